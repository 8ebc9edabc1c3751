package dev.ephemint.conformance.polyglot.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.conformance.polyglot.harness.Harness;
import dev.ephemint.conformance.polyglot.harness.HarnessException;
import dev.ephemint.conformance.polyglot.harness.ToolMissingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Harnesses that misbehave on purpose: none of their results may count. */
final class HarnessTest {
    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final String STARTS = "read line; echo '{\"typed\":[]}'\n";

    private final Path directory;

    HarnessTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo does not compile >&2; exit 1                    | ended with status 1: does not compile",
                "exit 0                                               | ended with status 0",
                "while read line; do echo rubbish; done               | is not JSON",
                "while read line; do echo '[]'; done                  | is not an object",
                "while read line; do echo '{}'; done                  | names no typed cases",
            })
    void harnessThatBreaksTheProtocolIsAnError(String script, String message) throws IOException {
        assertThatThrownBy(() -> examine(script))
                .isInstanceOf(HarnessException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "while read line; do echo '{\"read\":{\"value\":\"ek_smoke_first\"}}'; done | sent [] in place of one POST",
                "while read line; do echo '{\"error\":\"Unknown parameter\"}'; done         | did not mint: Unknown parameter",
                "while read line; do echo '{}'; done                                        | neither read nor error",
                "exit 3                                                                     | ended with status 3",
            })
    void harnessThatDoesNotMintIsNotTrusted(String script, String message) throws IOException {
        assertThatThrownBy(() -> examine(STARTS + script))
                .isInstanceOf(HarnessException.class)
                .hasMessageContaining(message);
    }

    @Test
    void silentHarnessIsAnErrorAfterTheDeadline() throws IOException {
        write("read line; read line");
        try (Harness harness = Harness.in(directory, Duration.ofMillis(1))) {
            assertThatThrownBy(() -> ClientExamination.differences(harness, List.of()))
                    .isInstanceOf(HarnessException.class)
                    .hasMessageContaining("did not respond within PT0.001S");
        }
    }

    @Test
    void status77NamesTheMissingTool() throws IOException {
        assertThatThrownBy(() -> examine("echo cargo is missing >&2; exit 77"))
                .isInstanceOf(ToolMissingException.class)
                .hasMessage("cargo is missing");
    }

    @Test
    void harnessThatRepeatsItselfIsNotTrusted() throws IOException {
        String always = """
                base=$(read line; echo "$line" | sed 's/.*"base":"\\([^"]*\\)".*/\\1/'; echo '{"typed":[]}' >&3)
                """;
        write("exec 3>&1\n" + always + """
                mint() {
                  curl -s -o /dev/null -H content-type:application/json "$base/realtime/client_secrets" \\
                    -d '{"session":{"type":"transcription","audio":{"input":{"transcription":{"language":"en"}}}}}'
                  echo '{"read":{"value":"ek_smoke_first"}}'
                }
                while read line; do mint; done
                """);
        try (Harness harness = Harness.in(directory, DEADLINE)) {
            assertThatThrownBy(() -> ClientExamination.differences(harness, List.of()))
                    .isInstanceOf(HarnessException.class)
                    .hasMessageContaining("not to be trusted: it sent another request");
        }
    }

    @Test
    void harnessThatForwardsTheBytesHasNoDifferences() throws Exception {
        write("""
                exec 3>&1
                base=$(read line; echo "$line" | sed 's/.*"base":"\\([^"]*\\)".*/\\1/'; echo '{"typed":[]}' >&3)
                path() { case $1 in *'"shape":"flat"'*) echo transcription_sessions ;; *) echo client_secrets ;; esac; }
                while read -r line; do
                  printf '{"read":%s}\\n' "$(printf %s "$line" | sed 's/.*"request"://; s/}$//' |
                    curl -s -H content-type:application/json "$base/realtime/$(path "$line")" --data-binary @-)"
                done
                """);
        try (Harness harness = Harness.in(directory, DEADLINE)) {
            assertThat(ClientExamination.differences(harness, WireCase.all())).isEmpty();
        }
    }

    @Test
    void harnessThatDropsNullsIsReported() throws Exception {
        write("""
                exec 3>&1
                base=$(read line; echo "$line" | sed 's/.*"base":"\\([^"]*\\)".*/\\1/'; echo '{"typed":[]}' >&3)
                while read -r line; do
                  printf '{"read":%s}\\n' "$(printf %s "$line" | sed 's/.*"request"://; s/}$//; s/"turn_detection":null/"x":1/' |
                    curl -s -H content-type:application/json "$base/realtime/client_secrets" --data-binary @-)"
                done
                """);
        WireCase nulls = WireCase.all().get(0);
        try (Harness harness = Harness.in(directory, DEADLINE)) {
            assertThat(ClientExamination.differences(harness, List.of(nulls)))
                    .containsExactly(
                            "request wire/null /session/audio/input/turn_detection: expected null, was (absent)",
                            "request wire/null /session/audio/input/x: expected (absent), was 1");
        }
    }

    private void examine(String script) throws IOException, HarnessException, ToolMissingException {
        write(script);
        try (Harness harness = Harness.in(directory, DEADLINE)) {
            ClientExamination.differences(harness, List.of());
        }
    }

    private void write(String script) throws IOException {
        Files.writeString(directory.resolve("harness.sh"), script);
    }
}
