package dev.ephemint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A released contract is never reduced. */
class ReleasedContractTest {

    private static final Path RELEASED = Path.of("src", "released");

    private final JsonNode current = Document.CONTRACT.tree();
    private final JsonNode events = Document.CONTRACT.events();

    @Test
    void keepsEverythingThatWasReleased() throws IOException {
        assertThat(removed(newest("openapi"), current)).isEmpty();
        assertThat(removed(newest("asyncapi"), events)).isEmpty();
    }

    @Test
    void changesNothingUnderAReleasedVersion() throws IOException {
        changesNothing(newest("openapi"), current);
        changesNothing(newest("asyncapi"), events);
    }

    private static void changesNothing(JsonNode newest, JsonNode current) throws IOException {
        boolean same = newest.at("/info/version").equals(current.at("/info/version"));

        assertThat(!same || newest.equals(asYaml(current)))
                .as("the contract changed: raise info.version, or, before that version is out, freeze the bundle again")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/paths/~1realtime~1client_secrets",
                "/paths/~1realtime~1transcription_sessions/post/responses/429",
                "/paths/~1realtime~1client_secrets/post/requestBody",
                "/components/schemas/ClientSecret/properties/connect",
                "/components/schemas/TurnDetection/properties/idle_timeout_ms",
                "/components/schemas/Voice/oneOf",
                "/components/responses/TooManyRequests/headers/retry-after"
            })
    void noticesARemovedPartOfAnOperation(String pointer) {
        assertThat(removed(current, without(pointer, current))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/servers/azure",
                "/channels/flatRealtime",
                "/channels/realtime/address",
                "/components/schemas/RealtimeQuery/properties/intent",
                "/operations/sendRealtimeEvent",
                "/components/messages/sessionUpdate",
                "/components/schemas/InputAudioTranscriptionDeltaEvent/properties/obfuscation",
                "/components/schemas/ErrorEvent/properties/error"
            })
    void noticesARemovedPartOfAnEvent(String pointer) {
        assertThat(removed(events, without(pointer, events))).isNotEmpty();
    }

    private static JsonNode without(String pointer, JsonNode document) {
        ObjectNode planted = document.deepCopy();
        int last = pointer.lastIndexOf('/');
        String name = pointer.substring(last + 1).replace("~1", "/");
        ((ObjectNode) planted.at(pointer.substring(0, last))).remove(name);
        return planted;
    }

    private static Set<String> removed(JsonNode before, JsonNode after) {
        Set<String> removed = new TreeSet<>(facts(before));
        removed.removeAll(facts(after));
        return removed;
    }

    private static Set<String> facts(JsonNode document) {
        return document.has("asyncapi") ? ContractFacts.ofEvents(document) : ContractFacts.of(document);
    }

    private static JsonNode newest(String kind) throws IOException {
        try (Stream<Path> files = Files.list(RELEASED)) {
            Path newest = files.filter(file -> file.getFileName().toString().startsWith(kind + "-"))
                    .max(Comparator.comparing(ReleasedContractTest::version))
                    .orElseThrow();
            return new YAMLMapper().readTree(newest.toFile());
        }
    }

    private static Runtime.Version version(Path file) {
        String name = file.getFileName().toString();
        return Runtime.Version.parse(name.substring(name.indexOf('-') + 1, name.lastIndexOf('.')));
    }

    private static JsonNode asYaml(JsonNode tree) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        return yaml.readTree(yaml.writeValueAsString(tree));
    }
}
