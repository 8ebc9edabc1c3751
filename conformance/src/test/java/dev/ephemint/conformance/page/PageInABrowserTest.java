package dev.ephemint.conformance.page;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.scenario.Gateway;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The page in front of the sandbox, in a real headless Chromium whose microphone is a file. {@code src/test/page} holds
 * what is done and expected. With {@code -Dephemint.screenshots=DIRECTORY} it takes the documents' pictures instead.
 */
final class PageInABrowserTest {

    private static final String NONE =
            "PageInABrowserTest is skipped: no chromium, chromium-browser or google-chrome on"
                    + " the PATH. Debian: apt-get install chromium";

    private static final Path SAMPLE = Path.of("../server/src/main/resources/dev/ephemint/server/speech.wav");

    @TestFactory
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
            return Command.run(
                            "node",
                            "src/test/page/run.mjs",
                            chromium.get().toString(),
                            SAMPLE.toString(),
                            addresses,
                            System.getProperty("ephemint.screenshots", ""))
                    .lines()
                    .map(ExactJson::parse)
                    .map(PageInABrowserTest::fact);
        }
    }

    private static Gateway.Running facade(String dialect) {
        return Facades.start(Map.of("server.port", "0", "upstream.dialect", dialect));
    }

    private static DynamicTest fact(JsonNode outcome) {
        return DynamicTest.dynamicTest(outcome.path("name").textValue(), () -> {
            if (!outcome.path("error").isNull()) {
                throw new AssertionError(outcome.path("error").textValue());
            }
        });
    }
}
