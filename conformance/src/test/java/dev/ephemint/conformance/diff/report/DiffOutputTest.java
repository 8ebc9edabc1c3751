package dev.ephemint.conformance.diff.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.diff.change.Change;
import dev.ephemint.conformance.diff.change.ChangeClass;
import dev.ephemint.conformance.diff.consequence.ClientResults;
import dev.ephemint.conformance.diff.consequence.Impacts;
import dev.ephemint.conformance.diff.document.SpecDocument;
import dev.ephemint.conformance.diff.walk.DocumentDiff;
import dev.ephemint.conformance.json.ExactJson;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DiffOutputTest {
    private static final String OLD = """
            openapi: 3.1.0
            info: {version: 1.0.0}
            paths:
              /realtime/client_secrets:
                post:
                  operationId: createClientSecret
                  summary: Mint
                  requestBody:
                    content:
                      application/json:
                        schema:
                          type: object
                          properties:
                            lifetime: {type: integer, minimum: 10}
            """;
    private static final String NEW = OLD.replace("minimum: 10", "minimum: 60").replace("Mint", "Mint | <one>");
    private static final DiffResult RESULT = result(NEW);
    private static final Change CHANGE = RESULT.impacts().get(0).change();

    @Test
    void consoleHasRulePlaceValuesAndConsumers() {
        assertThat(DiffOutput.TEXT.of(RESULT))
                .startsWith("old -> new: 1 breaking, 0 for regenerated clients, 0 compatible, 1 in text\n")
                .contains("breaking  lifetime: the limits for numbers became narrower")
                .contains("request.range.narrowed  [" + CHANGE.fingerprint() + "]")
                .contains("(new.yaml:14)")
                .contains("10 -> 60")
                .contains("breaks     callers: request.range.narrowed");
    }

    @Test
    void markdownEscapesWhatTheDocumentsSay() {
        assertThat(DiffOutput.MARKDOWN.of(RESULT))
                .contains("| **breaking** | lifetime: the limits for numbers became narrower | `10` | `60` |")
                .contains("`\"Mint \\| <one>\"`")
                .contains("| callers | breaks | request.range.narrowed |");
    }

    @Test
    void jsonHasEverything() {
        JsonNode json = ExactJson.parse(DiffOutput.JSON.of(RESULT));

        assertThat(json.path("format").intValue()).isEqualTo(1);
        assertThat(json.path("breaking").booleanValue()).isTrue();
        JsonNode change = json.at("/changes/0");
        assertThat(change.path("fingerprint").textValue()).isEqualTo(CHANGE.fingerprint());
        assertThat(change.at("/rules/request.range.narrowed").textValue()).isEqualTo("breaking");
        assertThat(change.path("line").intValue()).isEqualTo(14);
        assertThat(change.at("/usages/0/member").textValue()).isEqualTo("lifetime");
        assertThat(change.path("consequences")).hasSizeGreaterThan(10);
    }

    @Test
    void sarifHasRulesLevelsLinesAndFingerprints() {
        JsonNode run = ExactJson.parse(DiffOutput.SARIF.of(RESULT)).at("/runs/0");

        assertThat(run.at("/tool/driver/rules")).hasSize(2);
        assertThat(run.at("/results/0/ruleId").textValue()).isEqualTo("request.range.narrowed");
        assertThat(run.at("/results/0/level").textValue()).isEqualTo("error");
        assertThat(run.at("/results/0/locations/0/physicalLocation/region/startLine")
                        .intValue())
                .isEqualTo(14);
        assertThat(run.at("/results/0/partialFingerprints/change~1v1").textValue())
                .isEqualTo(CHANGE.fingerprint());
        assertThat(run.at("/results/1/level").textValue()).isEqualTo("note");
    }

    @Test
    void annotationsAreOneLineEach() {
        assertThat(DiffOutput.GITHUB.of(RESULT))
                .isEqualTo(
                        "::error file=new.yaml,line=14,title=request.range.narrowed::lifetime: the limits for numbers"
                                + " became narrower (10 -> 60) [" + CHANGE.fingerprint() + "]\n");
    }

    @Test
    void noChangeIsReportedAsNone() {
        DiffResult none = result(OLD);

        assertThat(none.reaches(ChangeClass.DOCUMENT)).isFalse();
        assertThat(DiffOutput.TEXT.of(none)).hasLineCount(1);
        assertThat(DiffOutput.GITHUB.of(none)).isEmpty();
        assertThat(ExactJson.parse(DiffOutput.SARIF.of(none)).at("/runs/0/results"))
                .isEmpty();
    }

    @Test
    void theFingerprintSurvivesAnUnrelatedEdit() {
        String moved = NEW.replace("lifetime:", "added: {type: string}\n                lifetime:");

        assertThat(result(moved).impacts())
                .extracting(impact -> impact.change().fingerprint())
                .contains(CHANGE.fingerprint());
        assertThat(result(NEW.replace("60", "61")).impacts())
                .extracting(impact -> impact.change().fingerprint())
                .doesNotContain(CHANGE.fingerprint());
    }

    private static DiffResult result(String text) {
        SpecDocument old = SpecDocument.parse("old", "old.yaml", OLD);
        SpecDocument now = SpecDocument.parse("new", "new.yaml", text);
        List<Change> changes = DocumentDiff.of(old, now);
        return new DiffResult("old", "new", Impacts.of(old, now, changes, ClientResults.none()));
    }
}
