package dev.ephemint.conformance.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        KnownFailures known = KnownFailuresReader.parse("""
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
            failed: []                                        | failed: unknown, must be one of [failing, flaky]
            failing: [1]                                      | failing[0]: must be a mapping
            failing: [{pattern: a}]                           | failing[0]: reason: missing
            ENTRY reason: an issue / reason: ' '              | failing[0]: reason: must not be blank
            ENTRY reason: an issue / reason: 3                | failing[0]: reason: must be text
            ENTRY tape/** / '/tape'                           | failing[0]: not a pattern, such as 'tape/openai/**': '/tape'
            ENTRY 2027-02-26 / 2027-02-30                     | failing[0]: expires: must be a date such as 2026-11-26, got 2027-02-30
            ENTRY 2027-02-26 / 2027-11-27                     | failing[0]: expires: must be within a year of since (2026-11-26), got 2027-11-27
            ENTRY 2027-02-26 / 2026-11-25                     | failing[0]: expires: must be within a year of since (2026-11-26), got 2026-11-25
            ENTRY reason: / because: 1, reason:               | failing[0].because: unknown, must be one of [expires, link, pattern, reason, since]
            """)
    void rejectsWhatIsWrongAndSaysWhere(String yaml, String message) {
        String[] change = yaml.replace("ENTRY ", "").split(" / ", 2);
        String text = yaml.startsWith("ENTRY") ? "failing: [" + ENTRY.replace(change[0], change[1]) + "]" : yaml;

        assertThatThrownBy(() -> KnownFailuresReader.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void rejectsARepeatedMember() {
        assertThatThrownBy(() -> KnownFailuresReader.parse("failing: []\nfailing: []"))
                .hasMessageStartingWith("not YAML: Duplicate field 'failing'");
    }

    @Test
    void readsTheExampleOfTheGuide() throws IOException {
        String guide = Files.readString(Path.of("../server/docs/conformance.md"));
        String example = guide.substring(guide.indexOf("failing:"), guide.indexOf("flaky: []"));

        assertThat(KnownFailuresReader.parse(example).entries()).hasSize(1);
    }

    @Test
    void acceptsAnEmptyFile() {
        assertThat(KnownFailuresReader.parse("# nothing\n").entries()).isEmpty();
    }

    @Test
    void namesAFileThatDoesNotExist() {
        assertThatThrownBy(() -> KnownFailuresReader.read(Path.of("missing.yaml")))
                .hasMessage("cannot read file missing.yaml");
    }
}
