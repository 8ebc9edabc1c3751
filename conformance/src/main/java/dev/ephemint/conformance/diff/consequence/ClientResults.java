package dev.ephemint.conformance.diff.consequence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.polyglot.client.GeneratedClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Results of generated clients that were compiled and run against both contracts, as {@code polyglot --old} writes them: a
 * JSON object with {@code results}, a list of {@code client}, {@code verdict} (passes, breaks or unknown) and {@code because}.
 */
public final class ClientResults {
    private final List<GeneratedClientConsumer> consumers;

    private ClientResults(List<GeneratedClientConsumer> consumers) {
        this.consumers = List.copyOf(consumers);
    }

    public static ClientResults none() {
        return new ClientResults(GeneratedClient.all().stream()
                .map(client -> new GeneratedClientConsumer(
                        client.name(), Verdict.UNKNOWN, "it was not run against both contracts; see polyglot --old"))
                .toList());
    }

    public static ClientResults read(Path file) {
        List<GeneratedClientConsumer> consumers = new ArrayList<>();
        for (JsonNode result : ExactJson.read(file).path("results")) {
            consumers.add(new GeneratedClientConsumer(
                    result.path("client").asText(),
                    Verdict.valueOf(result.path("verdict").asText().toUpperCase(Locale.ROOT)),
                    result.path("because").asText()));
        }
        if (consumers.isEmpty()) {
            throw new IllegalArgumentException(file + ": must have results");
        }
        return new ClientResults(consumers);
    }

    List<? extends Consumer> consumers() {
        return consumers;
    }
}
