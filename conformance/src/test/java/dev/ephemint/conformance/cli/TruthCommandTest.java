package dev.ephemint.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TruthCommandTest {
    private static final Path PAGE = Path.of("../server/docs/truth-table.md");

    /** If it differs, copy target/truth-table.md there. */
    @Test
    void thePageOfTheDocumentationIsWhatTheCommandPrints() throws IOException {
        String printed = truth("markdown");

        Files.writeString(Path.of("target/truth-table.md"), printed);
        assertThat(Files.readString(PAGE)).isEqualTo(printed);
    }

    @Test
    void theHtmlPageIsOneFileWithEveryMember() {
        assertThat(truth("html"))
                .contains("session.audio.input.turn_detection", "gpt-live-transcribe")
                .doesNotContain("src=", "href=", "http://", "url(");
    }

    @Test
    void theJsonHasStatementsTapesAndModels() {
        JsonNode json = ExactJson.parse(truth("json"));

        assertThat(json.path("version").intValue()).isEqualTo(1);
        assertThat(json.path("members")).anySatisfy(member -> {
            assertThat(member.path("member").textValue()).isEqualTo("session.type");
            assertThat(member.at("/statements/0/grade").textValue()).isEqualTo("published");
            assertThat(member.path("tapes").isEmpty()).isFalse();
        });
        assertThat(json.path("models")).isNotEmpty();
    }

    private static String truth(String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);

        assertThat(Program.run(List.of("truth", "--format", format), stream, stream))
                .isEqualTo(Program.PASSED);
        return out.toString(StandardCharsets.UTF_8);
    }
}
