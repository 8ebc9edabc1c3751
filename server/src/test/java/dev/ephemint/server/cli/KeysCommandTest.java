package dev.ephemint.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.caller.TestKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeysCommandTest {

    @Test
    void printsAKeyAndTheEntryByWhichItIsAccepted(@TempDir Path directory) throws Exception {
        Path pepper = Files.writeString(directory.resolve("pepper"), TestKeys.PEPPER);
        String auth = "auth: {pepper-file: '" + pepper + "'}\n";
        Path config = Files.writeString(directory.resolve("a.yaml"), auth);

        ProgramRun run = ProgramRun.of("keys", "new", "--caller", "web", "--config", config.toString());

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
