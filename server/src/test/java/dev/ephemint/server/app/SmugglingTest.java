package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.KnownMembers;
import dev.ephemint.server.http.LocalEdge;
import dev.ephemint.server.http.LocalEdge.LocalResponse;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.policy.model.ModelRules;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import dev.ephemint.server.upstream.Exchange;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No member of one shape gets to a vendor inside the other shape: not past the gate, and not past a policy. */
final class SmugglingTest {

    private static final Exchange NO_VENDOR = (call, deadline) -> {
        throw new AssertionError("sent to the vendor: " + call.body());
    };

    private static final Map<DialectName, LocalEdge> EDGES = new EnumMap<>(DialectName.class);

    static Stream<Arguments> smuggled() {
        return Arrays.stream(DialectName.values())
                .flatMap(dialect -> Stream.of("realtime", "transcription").flatMap(type -> flatMembers(type)
                        .flatMap(name -> spellings(name).map(spelling -> Arguments.of(dialect, type, spelling)))));
    }

    private static Stream<String> flatMembers(String type) {
        String schema = type.equals("realtime") ? "RealtimeSessionRequest" : "TranscriptionSessionRequest";
        return KnownMembers.of("FlatTranscriptionSessionRequest").names().stream()
                .filter(name -> !KnownMembers.of(schema).names().contains(name));
    }

    private static Stream<String> spellings(String name) {
        return Stream.of(name, name.toUpperCase(java.util.Locale.ROOT), name.replace("_", ""));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("smuggled")
    void rejectsFlatMembersInANestedSession(DialectName dialect, String type, String member) {
        for (String value : List.of("{\"threshold\":77}", "null", "\"pcm16\"")) {
            LocalResponse response = post(
                    dialect,
                    "client_secrets",
                    "{\"session\":{\"type\":\"" + type + "\",\"" + member + "\":" + value + "}}");

            boolean typeFirst = type.equals("realtime") && !mintsRealtime(dialect);
            expectRefusal(response, typeFirst ? "session.type" : "session." + member);
        }
    }

    static Stream<Arguments> nestedInFlat() {
        return Arrays.stream(DialectName.values()).flatMap(dialect -> Stream.of(
                        "{\"session\":{\"type\":\"transcription\"}}",
                        "{\"audio\":{\"input\":{}}}",
                        "{\"expires_after\":{\"seconds\":99}}",
                        "{\"expiresAfter\":{\"seconds\":99}}",
                        "{\"model\":\"m\"}",
                        "{\"Model\":\"m\"}",
                        "{\"instructions\":\"i\"}",
                        "{\"type\":\"realtime\"}",
                        "{\"type\":null}",
                        "{\"type\":7}")
                .map(body -> Arguments.of(dialect, body)));
    }

    @ParameterizedTest
    @MethodSource("nestedInFlat")
    void rejectsNestedMembersInAFlatRequest(DialectName dialect, String body) {
        expectRefusal(
                post(dialect, "transcription_sessions", body),
                json(body).fieldNames().next());
    }

    @ParameterizedTest
    @MethodSource("dev.ephemint.server.mint.DialectName#values")
    void rejectsDuplicateMembersInAnyEscaping(DialectName dialect) {
        String body = "{\"session\":{\"type\":\"transcription\",\"audio\":{},\"\\u0061udio\":{}}}";

        assertThat(post(dialect, "client_secrets", body)
                        .body()
                        .at("/error/code")
                        .textValue())
                .isEqualTo("invalid_json");
    }

    private static void expectRefusal(LocalResponse response, String param) {
        JsonNode error = response.body().path("error");
        assertThat(response.status()).as(error.toString()).isEqualTo(400);
        assertThat(error.path("param").textValue()).isEqualTo(param);
    }

    private static boolean mintsRealtime(DialectName dialect) {
        return dialect == DialectName.OPENAI || dialect == DialectName.AZURE;
    }

    private static LocalResponse post(DialectName dialect, String operation, String body) {
        return EDGES.computeIfAbsent(dialect, SmugglingTest::edge)
                .post("v1/realtime/" + operation, body.getBytes(StandardCharsets.UTF_8));
    }

    private static LocalEdge edge(DialectName dialect) {
        Settings settings = SettingsReader.read(Sources.of(Map.of("upstream.dialect", dialect.toString())));
        Application application =
                new Application(settings, Upstream.example(settings), ModelRules.builtIn(), Clock.systemUTC());
        return new LocalEdge(application.edge(application.mint(NO_VENDOR)));
    }

    private static ObjectNode json(String body) {
        try {
            return (ObjectNode) ContractJson.mapper().readTree(body);
        } catch (java.io.IOException malformed) {
            throw new AssertionError(body, malformed);
        }
    }
}
