package dev.ephemint.conformance.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.scenario.Gateway;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The code that the page offers, as it is shown. curl, JavaScript and Java run against the sandbox; of Python the syntax is
 * checked, and it runs if its package {@code websockets} is installed.
 */
final class SnippetsTest {

    private static final String AT_PAUSES =
            "{\"model\":\"gpt-live-transcribe\",\"language\":\"\",\"serverTurns\":false}";
    private static final String BY_THE_VENDOR =
            "{\"model\":\"gpt-4o-transcribe\",\"language\":\"en\",\"serverTurns\":true}";
    private static final String SCRIPT = "This is the script of the sandbox, and not what you said.\n";

    private final Gateway.Running facade = Facades.start(Map.of("server.port", "0"));

    private final Path directory;

    SnippetsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void close() {
        facade.close();
    }

    @Test
    void curlMints() throws Exception {
        assumeTrue(Command.find("curl").isPresent(), "no curl on the PATH");

        JsonNode minted = ExactJson.parse(
                Command.run("sh", saved("curl", "mint.sh", AT_PAUSES).toString()));

        assertThat(minted.path("value").textValue()).startsWith("ek_sandbox_");
    }

    @Test
    void curlCarriesAnyName() throws Exception {
        assumeTrue(Command.find("curl").isPresent(), "no curl on the PATH");
        String settings = "{\"model\":\"o'clock \\\"$HOME\\\" \\\\ `x`\",\"language\":\"\",\"serverTurns\":false}";

        JsonNode minted = ExactJson.parse(
                Command.run("sh", saved("curl", "mint.sh", settings).toString()));

        assertThat(minted.at("/session/audio/input/transcription/model").textValue())
                .isEqualTo("o'clock \"$HOME\" \\ `x`");
    }

    /** The flag gives Node 20 what newer ones have anyway. */
    @ParameterizedTest
    @ValueSource(strings = {AT_PAUSES, BY_THE_VENDOR})
    void javaScriptPrintsTheCaption(String settings) throws Exception {
        Path program = saved("javascript", "captions.mjs", settings);

        String printed = Command.run("node", "--no-warnings", "--experimental-websocket", program.toString());

        assertThat(printed).isEqualTo(SCRIPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {AT_PAUSES, BY_THE_VENDOR})
    void pythonIsPythonAndPrintsTheCaption(String settings) throws Exception {
        assumeTrue(Command.find("python3").isPresent(), "no python3 on the PATH");
        String program = saved("python", "captions.py", settings).toString();

        Command.run("python3", "-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())", program);

        String found = "import importlib.util; print(importlib.util.find_spec('websockets') is not None)";
        if (Command.run("python3", "-c", found).startsWith("True")) {
            assertThat(Command.run("python3", program)).isEqualTo(SCRIPT);
        }
    }

    /** The client's socket commits at its end, so a vendor that detects turns may report one more. */
    @ParameterizedTest
    @ValueSource(strings = {AT_PAUSES, BY_THE_VENDOR})
    void javaPrintsTheCaption(String settings) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String program = saved("java", "Captions.java", settings).toString();

        assertThat(Command.run(java, "-cp", System.getProperty("java.class.path"), program))
                .startsWith(SCRIPT);
    }

    private Path saved(String language, String name, String settings) throws Exception {
        String code = Command.run(
                "node",
                "--no-warnings",
                "src/test/page/snippet.mjs",
                language,
                facade.uri().toString(),
                settings);
        return Files.writeString(directory.resolve(name), code);
    }
}
