package dev.ephemint.conformance.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.conformance.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KnownFailuresReaderTest {
    private static final String ENTRY = "{pattern: tape/**, reason: an issue, since: 2026-11-26, expires: 2027-02-26}";

    @Test
    void readsBothLists() {
        KnownFailures known = KnownFailuresReader.parse("known.yaml", """
                # What fails today.
                failing:
                  - pattern: tape/azure/*
                    reason: drops null
                    link: https://github.com/example/gateway/issues/1
                    since: 2026-11-26
                    expires: 2027-11-26
                flaky:
                  - %s
                """.formatted(ENTRY));

        assertThat(known.entries()).extracting(KnownFailure::flaky).containsExactly(false, true);
        assertThat(known.entries().get(0).link()).contains("https://github.com/example/gateway/issues/1");
        assertThat(known.entries().get(0).expires()).isEqualTo(LocalDate.of(2027, 11, 26));
        assertThat(known.entries().get(1).link()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            failing: 1                                        | failing: must be a list
            failed: []                                        | failed: is unknown; known are failing, flaky
            failing: [1]                                      | failing[0]: must be a mapping
            failing: [{pattern: a, since: 2026-01-01, expires: 2026-01-01}] | failing[0].reason: is missing
            ENTRY reason: an issue / reason: ' '              | failing[0].reason: must not be blank
            ENTRY reason: an issue / reason: 3                | failing[0].reason: must be text
            ENTRY tape/** / '/tape'                           | failing[0].pattern: must be a pattern such as tape/openai/**, got /tape
            ENTRY 2027-02-26 / 2027-02-30                     | failing[0].expires: must be a date such as 2026-11-26, got 2027-02-30
            ENTRY 2027-02-26 / 2027-11-27                     | failing[0]: expires: must be within a year of since (2026-11-26), got 2027-11-27
            ENTRY 2027-02-26 / 2026-11-25                     | failing[0]: expires: must be within a year of since (2026-11-26), got 2026-11-25
            ENTRY reason: / because: 1, reason:               | failing[0].because: is unknown; known are expires, link, pattern, reason, since
            """)
    void rejectsWhatIsWrongAndSaysWhere(String yaml, String message) {
        String[] change = yaml.replace("ENTRY ", "").split(" / ", 2);
        String text = yaml.startsWith("ENTRY") ? "failing: [" + ENTRY.replace(change[0], change[1]) + "]" : yaml;

        assertThatThrownBy(() -> KnownFailuresReader.parse("known.yaml", text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("known.yaml: " + message);
    }

    @Test
    void rejectsARepeatedMember() {
        assertThatThrownBy(() -> KnownFailuresReader.parse("known.yaml", "failing: []\nfailing: []"))
                .hasMessageStartingWith("known.yaml: not YAML: Duplicate field 'failing'");
    }

    /** What the schema finds, and what only the entry itself does. */
    @Test
    void reportsEveryMistakeAtOnce() {
        String late = ENTRY.replace("2027-02-26", "2028-02-26");

        assertThatThrownBy(() -> KnownFailuresReader.parse(
                        "known.yaml",
                        "failing: [{pattern: a, link: 1}, " + late + "]\nflaky: [" + late + "]\nfailed: 1"))
                .message()
                .satisfies(
                        message -> assertThat(message.lines())
                                .containsExactlyInAnyOrder(
                                        "known.yaml: failed: is unknown; known are failing, flaky",
                                        "known.yaml: failing[0].link: must be text",
                                        "known.yaml: failing[0].reason: is missing",
                                        "known.yaml: failing[0].since: is missing",
                                        "known.yaml: failing[0].expires: is missing",
                                        "known.yaml: failing[1]: expires: must be within a year of since (2026-11-26), got 2028-02-26",
                                        "known.yaml: flaky[0]: expires: must be within a year of since (2026-11-26), got 2028-02-26"));
    }

    @Test
    void readsTheExampleOfTheGuide() throws IOException {
        String guide = Files.readString(Path.of("../server/docs/conformance.md"));
        String example = guide.substring(guide.indexOf("failing:"), guide.indexOf("flaky: []"));

        assertThat(KnownFailuresReader.parse("known.yaml", example).entries()).hasSize(1);
    }

    @Test
    void acceptsAnEmptyFile() {
        assertThat(KnownFailuresReader.parse("known.yaml", "# nothing\n").entries())
                .isEmpty();
    }

    @Test
    void namesAFileThatDoesNotExist() {
        assertThatThrownBy(() -> KnownFailuresReader.read(Path.of("missing.yaml")))
                .hasMessage("missing.yaml: cannot read file missing.yaml");
    }
}
