package dev.ephemint.conformance.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.scenario.Gateway;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The API docs of a service with callers in a real Chromium, also behind a proxy with a path prefix and on a phone. */
final class DocsInABrowserTest {

    @Test
    void showTheServedContractWithoutAnErrorOrAForeignRequest() throws Exception {
        Optional<Path> chromium = Command.find("chromium", "chromium-browser", "google-chrome");
        assumeTrue(chromium.isPresent(), "needs Chromium");
        try (Gateway.Running facade = Facades.start(Map.of("server.port", "0", "callers", "{}"))) {
            String address = facade.uri().toString().replaceFirst("/$", "");

            Command.run("node", "src/test/page/docs.mjs", chromium.orElseThrow().toString(), address);
        }
    }
}
