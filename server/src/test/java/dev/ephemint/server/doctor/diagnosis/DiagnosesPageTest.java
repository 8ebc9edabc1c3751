package dev.ephemint.server.doctor.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list that people search is the table that the doctor uses. */
class DiagnosesPageTest {

    private static final Path PAGE = Path.of("docs", "diagnoses.md");

    @Test
    void listsEveryDiagnosis() throws IOException {
        assertThat(Files.readString(PAGE)).endsWith("<!-- diagnoses -->\n" + table());
    }

    private static String table() {
        return "| code | cause | source | fix |\n|---|---|---|---|\n"
                + Diagnoses.ALL.stream().map(DiagnosesPageTest::row).collect(Collectors.joining());
    }

    private static String row(Diagnosis diagnosis) {
        return "| `" + diagnosis.code() + "` | " + plain(diagnosis.cause()) + " | " + diagnosis.source() + ", "
                + diagnosis.date() + " | " + plain(diagnosis.fix()) + " |\n";
    }

    /** Placeholders in plain words. */
    private static String plain(String text) {
        return text.replace("{model}", "*the model*")
                .replace("{alternatives}", "*others*")
                .replace("{host}", "*the host*")
                .replace("{other-scope}", "*the other scope*")
                .replace("<", "&lt;")
                .replace("gpt-4o-*transcribe*", "gpt-4o-\\*transcribe\\*");
    }

    /** Prints the table, to be pasted into the page. */
    public static void main(String[] arguments) {
        System.out.print(table());
    }
}
