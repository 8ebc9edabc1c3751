package dev.ephemint.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.caller.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeysCommandTest {

    @Test
    void printsAKeyAndTheEntryByWhichItIsAccepted(@TempDir Path directory) throws Exception {
        Path pepper = Files.writeString(directory.resolve("pepper"), TestKeys.PEPPER);
        String auth = "auth: {pepper-file: '" + pepper + "'}\n";
        Path config = Files.writeString(directory.resolve("a.yaml"), auth);

        List<String> arguments = new ArrayList<>(documented());
        arguments.addAll(List.of("--config", config.toString()));
        ProgramRun run = ProgramRun.of("", arguments);

        assertThat(run.status()).isZero();
        assertThat(run.out()).matches("epk_[0-9a-f]{12}_[0-9a-f]{48}\n");
        assertThat(run.err())
                .startsWith("This key is not shown again.")
                .doesNotContain(run.out().strip());
        String entry = run.err().substring(run.err().indexOf("callers:"));
        Files.writeString(config, auth + entry);
        assertThat(ProgramRun.of("keys", "new", "--config", config.toString()).status())
                .isZero();
        assertThat(entry).contains("web:", run.out().substring(4, 16));
    }

    private static List<String> documented() throws IOException {
        return Files.readAllLines(Path.of("docs", "callers.md")).stream()
                .filter(line -> line.contains("ephemint-server.jar keys"))
                .map(line -> List.of(line.replaceFirst(".*jar ", "").split(" ", -1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void needsAPepper() {
        ProgramRun run = ProgramRun.of("keys", "new");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "ephemint keys new: auth.pepper-file: is not set; make the file with: openssl rand -hex 32\n");
    }

    @Test
    void rejectsANameThatIsNone() {
        assertThat(ProgramRun.of("keys", "new", "--caller", "a b").status()).isEqualTo(2);
    }
}
