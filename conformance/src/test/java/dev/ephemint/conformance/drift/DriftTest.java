package dev.ephemint.conformance.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.tape.TapedRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DriftTest {
    private static final Tape MINTED =
            named("openai/a", 200, "{\"value\": \"ek_tape_short_a\", \"speed\": 1.0}", "{\"a\": 1}");
    private static final Tape OTHER =
            named("openai/b", 200, "{\"value\": \"ek_tape_short_a\", \"speed\": 2.0}", "{\"a\": 1}");
    private static final Tape THIRD = named("openai/c", 400, "{}", "{\"a\": 3}");

    @Test
    void tapeOfTheSameRequestIsTheCounterpartIfNoneHasTheName() throws Exception {
        DriftReport report = Drift.against(List.of(MINTED), List.of(THIRD, OTHER));

        assertThat(report.compared()).isOne();
        assertThat(report.findings())
                .extracting(DriftFinding::kind)
                .containsExactly(DriftKind.VALUE_CHANGED, DriftKind.EXCHANGE_NEW);
        assertThat(report.tier()).hasValue(DriftTier.WARNING);
    }

    @Test
    void tapeWithoutACounterpartIsADifferenceOfDirectories() throws Exception {
        DriftReport report = Drift.against(List.of(MINTED, THIRD), List.of(MINTED));

        assertThat(report.notCompared())
                .containsExactly(new NotCompared("openai/c", "no new tape of its name or request"));
        assertThat(report.findings()).extracting(DriftFinding::kind).containsExactly(DriftKind.EXCHANGE_GONE);
    }

    @Test
    void nothingIsComparedWithAResponseThatSaysNothingOfTheInterface() throws Exception {
        Tape limited = named("openai/a", 429, "{}", "{\"a\": 1}");

        assertThat(Drift.against(List.of(MINTED), List.of(limited)))
                .isEqualTo(new DriftReport(
                        0, List.of(), List.of(new NotCompared("openai/a", "429: the account is limited"))));
        assertThat(Drift.against(List.of(limited), List.of(limited)).compared()).isOne();
    }

    @Test
    void reportIsTextJsonOrMarkdown() throws Exception {
        DriftReport report = Drift.against(List.of(MINTED, THIRD), List.of(OTHER));

        assertThat(DriftOutput.TEXT.of(report))
                .contains("warning     openai/a value-changed /response/body/speed", "1.0 -> 2.0 (another default)")
                .contains("not compared openai/c: no new tape")
                .endsWith("compared 1, not compared 1; differences: 0 information, 2 warning, 0 error"
                        + System.lineSeparator());
        assertThat(DriftOutput.MARKDOWN.of(report))
                .contains(
                        "| warning | openai/a | value-changed | `/response/body/speed` | `1.0` | `2.0` | another default |");
        JsonNode json = ExactJson.parse(DriftOutput.JSON.of(report));
        assertThat(json.path("version").intValue()).isOne();
        assertThat(json.at("/counts/warning").intValue()).isEqualTo(2);
        assertThat(json.at("/differences/0").properties()).hasSize(7);
        assertThat(json.at("/not_compared/0/tape").textValue()).isEqualTo("openai/c");
    }

    private static Tape named(String name, int status, String body, String request) {
        return tape(name, "{\"status\":" + status + ",\"headers\":{},\"body\":" + body + "}", request);
    }

    private static Tape tape(String name, String response, String request) {
        Tape tape = TapeDriftTest.tape(ExactJson.parse(response), MissingNode.getInstance());
        TapedRequest taped = new TapedRequest("POST", tape.request().target(), Optional.of(ExactJson.parse(request)));
        return new Tape(name, tape.provenance(), taped, tape.response());
    }
}
