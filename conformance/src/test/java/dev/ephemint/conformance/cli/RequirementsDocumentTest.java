package dev.ephemint.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The requirements as the command prints them. */
final class RequirementsDocumentTest {
    private static final Path DOCUMENT = Path.of("../server/docs/requirements.md");

    private static String print(String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(Program.run(List.of("requirements", "--format", format), stream, stream))
                .isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    /** To renew it: requirements --format markdown, into the document. */
    @Test
    void theDocumentIsWhatTheCommandPrints() throws Exception {
        assertThat(print("markdown")).isEqualTo(Files.readString(DOCUMENT));
    }

    @Test
    void eachRequirementHasEvidenceAndAnIdOfItsOwn() {
        JsonNode all = ExactJson.parse(print("json"));

        assertThat(all.findValuesAsText("id")).doesNotHaveDuplicates().isNotEmpty();
        assertThat(all).allSatisfy(one -> assertThat(one.path("evidence")).isNotEmpty());
    }

    @Test
    void theTextNamesEachRequirement() {
        List<String> ids = ExactJson.parse(print("json")).findValuesAsText("id");

        assertThat(print("text").lines().filter(line -> !line.startsWith(" "))).hasSameSizeAs(ids);
    }
}
