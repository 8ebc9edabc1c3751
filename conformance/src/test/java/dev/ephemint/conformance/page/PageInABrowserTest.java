package dev.ephemint.conformance.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.scenario.Gateway;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * The page in front of the sandbox, in a real headless Chromium whose microphone is a file. {@code src/test/page} holds
 * what is done and expected. With {@code -Dephemint.screenshots=DIRECTORY} it takes the documents' pictures instead.
 */
final class PageInABrowserTest {

    private static final String NONE =
            "PageInABrowserTest is skipped: no chromium, chromium-browser or google-chrome on"
                    + " the PATH. Debian: apt-get install chromium";

    private static final Path RUN = Path.of("src/test/page/run.mjs");

    private static final Pattern FACT = Pattern.compile("(?m)^  async (\\w+)\\(\\{ \\w+ }, browser, visits\\) \\{$");

    private static final Path SAMPLE = Path.of("../server/src/main/resources/dev/ephemint/server/speech.wav");

    private static final JsonNode DID_NOT_RUN =
            JsonNodeFactory.instance.objectNode().put("error", "It is written down and did not run.");

    @TestFactory
    @Timeout(value = 31, unit = TimeUnit.MINUTES)
    Stream<DynamicTest> inABrowser() throws Exception {
        Optional<Path> chromium = Command.find("chromium", "chromium-browser", "google-chrome");
        if (chromium.isEmpty()) {
            System.out.println(NONE);
            return Stream.of(DynamicTest.dynamicTest("needs Chromium", () -> abort(NONE)));
        }
        try (Gateway.Running openai = facade("openai");
                Gateway.Running beta = facade("openai-beta");
                Gateway.Running azure = facade("azure");
                Gateway.Running preview = facade("azure-preview")) {
            String addresses = ExactJson.write(JsonNodeFactory.instance
                    .objectNode()
                    .put("openai", openai.uri().toString())
                    .put("beta", beta.uri().toString())
                    .put("azure", azure.uri().toString())
                    .put("preview", preview.uri().toString()));
            String pictures = System.getProperty("ephemint.screenshots", "");
            Map<String, JsonNode> outcomes = Command.run(
                            "node", RUN.toString(), chromium.get().toString(), SAMPLE.toString(), addresses, pictures)
                    .lines()
                    .map(ExactJson::parse)
                    .collect(Collectors.toMap(outcome -> outcome.path("name").textValue(), Function.identity()));
            return (pictures.isEmpty() ? written() : outcomes.keySet())
                    .stream().map(name -> fact(name, outcomes.getOrDefault(name, DID_NOT_RUN)));
        }
    }

    /** The facts in the files, whether or not they ran. */
    private static Set<String> written() throws IOException {
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(RUN.getParent(), "*.mjs")) {
            for (Path file : files) {
                FACT.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group(1)));
            }
        }
        assertThat(names).hasSizeGreaterThan(30);
        return names;
    }

    private static Gateway.Running facade(String dialect) {
        return Facades.start(Map.of("server.port", "0", "upstream.dialect", dialect));
    }

    private static DynamicTest fact(String name, JsonNode outcome) {
        return DynamicTest.dynamicTest(name, () -> {
            if (!outcome.path("error").isNull()) {
                throw new AssertionError(outcome.path("error").textValue());
            }
        });
    }
}
