package dev.ephemint.server.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documented table of settings is the list of properties; if it is not, the failure prints what it should be. */
final class SettingsPageTest {

    private static final Path PAGE = Path.of("docs", "settings.md");

    @Test
    void listsEverySetting() throws IOException {
        assertThat(Files.readString(PAGE)).contains("<!-- settings -->\n" + table() + "<!-- /settings -->");
    }

    private static String table() {
        return "| Property | Default | What it is |\n|---|---|---|\n"
                + Arrays.stream(Property.values()).map(SettingsPageTest::row).collect(Collectors.joining());
    }

    private static String row(Property property) {
        String value = property.defaultValue().isEmpty() ? "" : "`" + property.defaultValue() + "`";
        return "| `" + property.key() + "` | " + value + " | " + property.description() + " |\n";
    }

    /** Prints the table, to be pasted into the page. */
    public static void main(String[] arguments) {
        System.out.print(table());
    }
}
