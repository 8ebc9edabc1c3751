package dev.ephemint.conformance.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.tape.Tapes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs of exchanges in {@code pairs.json}, each with the differences that must be found, no more and no less. */
final class TapeDriftTest {
    private static final Set<DriftKind> OF_DIRECTORIES = Set.of(DriftKind.EXCHANGE_GONE, DriftKind.EXCHANGE_NEW);

    static Stream<JsonNode> pairs() {
        return StreamSupport.stream(
                ExactJson.read(Path.of("src/test/resources/drift/pairs.json")).spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void pairHasTheExpectedDifferences(JsonNode pair) {
        List<String> expected = StreamSupport.stream(pair.path("expect").spliterator(), false)
                .map(JsonNode::textValue)
                .toList();

        assertThat(findings(pair))
                .as(pair.path("name").asText())
                .extracting(
                        finding -> finding.tier().word() + " " + finding.kind().word() + " " + finding.at())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** A rule that no pair reaches, or that another one hides, would decide nothing. */
    @Test
    void eachRuleAndEachTierIsReachedByAPair() {
        Set<String> reached = new HashSet<>();
        pairs().flatMap(pair -> findings(pair).stream()).forEach(finding -> reached.add(finding.reason()));

        assertThat(DriftRules.defaults().rules().stream()
                        .filter(rule -> !OF_DIRECTORIES.contains(rule.kind()))
                        .map(DriftRules.Rule::reason))
                .allMatch(reached::contains)
                .doesNotHaveDuplicates();
        assertThat(pairs().flatMap(pair -> findings(pair).stream()).map(DriftFinding::tier))
                .contains(DriftTier.values());
    }

    @Test
    void eachKindHasARuleForEveryPlace() {
        assertThat(DriftRules.defaults().rules().stream()
                        .filter(rule -> rule.at().isEmpty())
                        .map(DriftRules.Rule::kind))
                .containsExactlyInAnyOrder(DriftKind.values());
        assertThat(Arrays.stream(DriftKind.values()).map(DriftKind::word).map(DriftKind::of))
                .containsExactly(DriftKind.values());
    }

    private static List<DriftFinding> findings(JsonNode pair) {
        Tape before = tape(pair.path("old"), pair.path("reconstructed"));
        return TapeDrift.between(before, tape(pair.path("new"), JsonNodeFactory.instance.arrayNode()));
    }

    static Tape tape(JsonNode response, JsonNode reconstructed) {
        ObjectNode tape = JsonNodeFactory.instance.objectNode();
        tape.put("dialect", "openai").put("operation", "createClientSecret");
        tape.put("source", "a pair").put("evidence", "recorded").put("note", "");
        ArrayNode unpublished = tape.putArray("unpublished");
        if (!response.has("headers")) {
            unpublished.add("/response/headers");
        }
        tape.set("reconstructed", reconstructed.isMissingNode() ? JsonNodeFactory.instance.arrayNode() : reconstructed);
        tape.putObject("request")
                .put("method", "POST")
                .put("path", "/v1/realtime/client_secrets")
                .putObject("body");
        tape.set("response", response);
        return Tapes.parse("openai/pair", ExactJson.write(tape));
    }
}
