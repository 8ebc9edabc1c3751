package dev.ephemint.server.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.shape.FlatShape;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import dev.ephemint.server.vendor.Vendor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every member of the contract's requests, and where each dialect puts it. A new member fails this test until
 * {@code contract-members.txt} states what each dialect does with it.
 */
class ContractMembersTest {

    private static final String MARK = "mark";

    private static final List<Dialect> DIALECTS =
            Stream.of(DialectName.values()).map(ContractMembersTest::dialect).toList();

    @Test
    void everyDialectEncodesContractMembersAsListed() throws IOException {
        JsonNode schemas = resource("/dev/ephemint/contract/openapi.json").at("/components/schemas");
        TreeSet<String> actual = new TreeSet<>();

        for (String path : new ContractMembers(schemas).of("ClientSecretRequest", "TranscriptionSessionRequest")) {
            actual.add("nested " + path + places(path, body -> nestedRequest(path, "transcription")));
        }
        for (String path : new ContractMembers(schemas).of("ClientSecretRequest", "RealtimeSessionRequest")) {
            actual.add("realtime " + path + places(path, body -> nestedRequest(path, "realtime")));
        }
        for (String path : new ContractMembers(schemas).of("FlatTranscriptionSessionRequest", "")) {
            actual.add("flat " + path + places(path, body -> FlatShape.nestRequest(marked(path))));
        }

        assertThat(actual).containsExactlyInAnyOrderElementsOf(expected());
    }

    private static Dialect dialect(DialectName name) {
        Settings settings = SettingsReader.read(Sources.of(Map.of("upstream.dialect", name.toString())));
        Vendor vendor = Vendor.of(name.vendor());
        return vendor.dialect(settings, vendor.endpoint("https://vendor.example"));
    }

    private static String places(String path, Function<String, MintRequest> request) {
        List<String> places = new ArrayList<>();
        for (Dialect dialect : DIALECTS) {
            places.add(dialect.name() + "=" + place(dialect, path, request));
        }
        return " " + String.join(" ", places);
    }

    private static String place(Dialect dialect, String path, Function<String, MintRequest> request) {
        try {
            String place = find(dialect.encode(request.apply(path)).body(), "");
            return place.equals(path) ? "same" : place;
        } catch (MintFailedException refused) {
            return "refused";
        }
    }

    private static MintRequest nestedRequest(String path, String type) {
        ObjectNode body = marked(path);
        ObjectNode session = body.withObject("/session");
        if (!session.has("type")) {
            session.put("type", type);
        }
        return MintRequest.of(body);
    }

    private static ObjectNode marked(String path) {
        ObjectNode body = ContractJson.mapper().createObjectNode();
        int last = path.lastIndexOf('.');
        ObjectNode parent =
                last < 0 ? body : body.withObject("/" + path.substring(0, last).replace('.', '/'));
        parent.put(path.substring(last + 1), MARK);
        return body;
    }

    private static String find(JsonNode node, String path) {
        if (node.isTextual() && node.textValue().equals(MARK)) {
            return path;
        }
        return node.properties().stream()
                .map(member -> find(member.getValue(), path.isEmpty() ? member.getKey() : path + "." + member.getKey()))
                .filter(found -> !found.equals("dropped"))
                .findFirst()
                .orElse("dropped");
    }

    private static List<String> expected() throws IOException {
        try (InputStream file = ContractMembersTest.class.getResourceAsStream("contract-members.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static JsonNode resource(String name) throws IOException {
        try (InputStream file = ContractMembersTest.class.getResourceAsStream(name)) {
            return ContractJson.mapper().readTree(file);
        }
    }
}
