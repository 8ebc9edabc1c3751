package dev.ephemint.conformance.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.bench.gateway.Bodies;
import dev.ephemint.conformance.bench.gateway.RunningTarget;
import dev.ephemint.conformance.bench.rig.Mint;
import dev.ephemint.conformance.bench.rig.MockVendor;
import dev.ephemint.conformance.bench.rig.RigException;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.json.TreeComparison;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether a target sends the vendor what it was asked for, and returns what the vendor responded, as exact JSON trees. */
public final class Fidelity {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int MOST = 6;

    private final MockVendor vendor;
    private final Bodies bodies;
    private final HttpClient client = HttpClient.newHttpClient();

    public Fidelity(MockVendor vendor, Bodies bodies) {
        this.vendor = vendor;
        this.bodies = bodies;
    }

    /** How one mint differs, as JSON pointers after {@code request} or {@code response}, without values. */
    public List<String> differences(RunningTarget target) {
        vendor.record(true);
        String returned = send(target.mint());
        JsonNode exchange = vendor.last();
        vendor.record(false);
        JsonNode expected = ExactJson.parse(exchange.path("response").asText());
        if (target.target().isFlat()) {
            expected = ExactJson.parse(
                    bodies.flatResponse(expected.path("expires_at").asLong()));
        }
        return compare(
                ExactJson.parse(bodies.nested()),
                ExactJson.parse(exchange.path("request").asText()),
                expected,
                ExactJson.parse(returned));
    }

    /** Connection hints are what Ephemint adds to the vendor's response. */
    static List<String> compare(JsonNode sent, JsonNode arrived, JsonNode expected, JsonNode returned) {
        List<String> differences = new ArrayList<>();
        TreeComparison.differences(sent, arrived).forEach(difference -> differences.add("request " + path(difference)));
        JsonNode own = returned.deepCopy();
        if (own instanceof ObjectNode object && !expected.has("connect")) {
            object.remove("connect");
        }
        TreeComparison.differences(expected, own)
                .forEach(difference -> differences.add("response " + path(difference)));
        return differences.size() <= MOST ? differences : differences.subList(0, MOST);
    }

    private static String path(String difference) {
        return difference.substring(0, difference.indexOf(": "));
    }

    private String send(Mint mint) {
        HttpRequest.Builder request = HttpRequest.newBuilder(mint.address())
                .timeout(TIMEOUT)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(mint.body()));
        mint.headers().forEach(request::header);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new RigException("no response from " + mint.address() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RigException("interrupted");
        }
    }
}
