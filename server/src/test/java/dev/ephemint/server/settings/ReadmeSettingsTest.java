package dev.ephemint.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's table of settings is the list of properties; where it is not, the failure prints what it should be. */
final class ReadmeSettingsTest {

    private static final Path README = Path.of("..", "README.md");

    @Test
    void theReadmeListsEverySetting() throws IOException {
        assumeTrue(Files.exists(README), "no README yet");

        assertThat(Files.readString(README)).contains("<!-- settings -->\n" + table() + "<!-- /settings -->");
    }

    private static String table() {
        return "| Property | Default | What it is |\n|---|---|---|\n"
                + Arrays.stream(Property.values()).map(ReadmeSettingsTest::row).collect(Collectors.joining());
    }

    private static String row(Property property) {
        String value = property.defaultValue().isEmpty() ? "" : "`" + property.defaultValue() + "`";
        return "| `" + property.key() + "` | " + value + " | " + property.description() + " |\n";
    }

    /** Prints the table, to be pasted into the README. */
    public static void main(String[] arguments) {
        System.out.print(table());
    }
}
