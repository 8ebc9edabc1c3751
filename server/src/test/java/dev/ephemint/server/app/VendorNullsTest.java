package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.Document;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.http.LocalEdge;
import dev.ephemint.server.http.LocalEdge.LocalResponse;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.policy.model.ModelRules;
import dev.ephemint.server.schema.ContractSchema;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every null that the contract allows in a response may be sent back, on every dialect that mints the session. */
final class VendorNullsTest {

    private static final JsonNode SCHEMAS = Document.CONTRACT.tree().at("/components/schemas");
    private static final String END = "null";

    static Stream<Arguments> nulls() {
        return Arrays.stream(DialectName.values()).flatMap(dialect -> Stream.of(
                        nulls("nested", "TranscriptionSession"),
                        mintsRealtime(dialect) ? nulls("realtime", "RealtimeSession") : Stream.<String[]>of(),
                        nulls("flat", "FlatTranscriptionSession"))
                .flatMap(all -> all)
                .map(one -> Arguments.of(dialect, one[0], one[1])));
    }

    private static Stream<String[]> nulls(String shape, String schema) {
        List<String> paths = new ArrayList<>();
        collect("", SCHEMAS.get(schema), paths);
        return paths.stream().filter(path -> !path.startsWith("/connect")).map(path -> new String[] {shape, path});
    }

    private static void collect(String path, JsonNode schema, List<String> paths) {
        if (schema.has("$ref")) {
            collect(path, SCHEMAS.get(schema.get("$ref").textValue().replaceFirst(".*/", "")), paths);
            return;
        }
        boolean nullable = schema.path("type").isArray()
                || StreamSupport.stream(schema.path("anyOf").spliterator(), false)
                        .anyMatch(branch -> branch.path("type").asText("").equals(END));
        if (nullable) {
            paths.add(path);
        }
        for (String union : List.of("anyOf", "oneOf")) {
            schema.path(union).forEach(branch -> collect(path, branch, paths));
        }
        if (schema.has("items")) {
            collect(path + "/0", schema.get("items"), paths);
        }
        schema.path("properties")
                .properties()
                .forEach(member -> collect(path + "/" + member.getKey(), member.getValue(), paths));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("nulls")
    void acceptsNullInTheVendorsResponse(DialectName dialect, String shape, String path) throws Exception {
        List<UpstreamCall> sent = new ArrayList<>();

        LocalResponse response = post(dialect, shape, body(shape, path), sent);

        assertThat(response.status()).as(response.body().toString()).isEqualTo(200);
        JsonNode body = sent.get(0).body();
        boolean flat = !mintsRealtime(dialect);
        assertThat(ContractSchema.of(document(dialect))
                        .validate(flat ? "FlatTranscriptionSessionRequest" : "ClientSecretRequest", body))
                .as(body.toString())
                .isEmpty();
    }

    /** A request with null at a path of the response's session, and around it what the contract wants there. */
    private static ObjectNode body(String shape, String path) throws Exception {
        ObjectNode session = ContractJson.mapper().createObjectNode();
        if (!shape.equals("flat")) {
            session.put("type", shape.equals("realtime") ? "realtime" : "transcription");
        }
        JsonNode parent = session;
        String[] names = path.substring(1).split("/", -1);
        for (int i = 0; i < names.length - 1; i++) {
            JsonNode next = names[i + 1].equals("0") ? session.arrayNode() : session.objectNode();
            if (parent instanceof ArrayNode array) {
                array.add(next);
            } else {
                ((ObjectNode) parent).set(names[i], next);
            }
            parent = next;
        }
        ((ObjectNode) parent).putNull(names[names.length - 1]);
        complete(session);
        return shape.equals("flat")
                ? session
                : (ObjectNode) session.objectNode().set("session", session);
    }

    private static void complete(ObjectNode session) {
        if (session.at("/prompt").isObject()) {
            ((ObjectNode) session.get("prompt")).put("id", "pmpt_example");
        }
        if (session.at("/tools/0") instanceof ObjectNode tool) {
            tool.put("type", "mcp").put("server_label", "l").put("server_url", "https://mcp.example.com");
        }
        if (session.at("/tool_choice") instanceof ObjectNode choice) {
            choice.put("type", "mcp").put("server_label", "l");
        }
        for (String detection : List.of("/turn_detection", "/audio/input/turn_detection")) {
            if (session.at(detection) instanceof ObjectNode turns) {
                turns.put("type", "server_vad");
            }
        }
        for (String block : List.of("/input_audio_transcription", "/audio/input/transcription")) {
            if (session.at(block) instanceof ObjectNode transcription) {
                transcription.put("model", "m");
            }
        }
    }

    private static Document document(DialectName dialect) {
        return Document.valueOf(dialect.name());
    }

    private static boolean mintsRealtime(DialectName dialect) {
        return !Upstream.example(settings(dialect)).dialect().isFlat();
    }

    private static LocalResponse post(DialectName dialect, String shape, ObjectNode body, List<UpstreamCall> sent) {
        Settings settings = settings(dialect);
        Application application =
                new Application(settings, Upstream.example(settings), new ModelRules(List.of()), Clock.systemUTC());
        Mint mint = application.mint((call, deadline) -> {
            sent.add(call);
            return reply(mintsRealtime(dialect));
        });
        String operation = shape.equals("flat") ? "transcription_sessions" : "client_secrets";
        return new LocalEdge(application.edge(mint))
                .post("v1/realtime/" + operation, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Settings settings(DialectName dialect) {
        return SettingsReader.read(Sources.of(Map.of("upstream.dialect", dialect.toString())));
    }

    private static UpstreamReply reply(boolean nested) {
        String secret =
                "\"value\":\"ek_example\",\"expires_at\":" + (Instant.now().getEpochSecond() + 600);
        String body = nested
                ? "{" + secret + ",\"session\":{\"type\":\"transcription\"}}"
                : "{\"client_secret\":{" + secret + "}}";
        return new UpstreamReply(200, Map.of(), body);
    }
}
