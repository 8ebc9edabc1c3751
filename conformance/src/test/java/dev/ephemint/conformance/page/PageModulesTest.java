package dev.ephemint.conformance.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's modules, and those of the module for browsers, that need no browser: {@code src/test/page/*.test.mjs}. */
final class PageModulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"modules", "session", "tokens", "connection", "stop", "transport", "package"})
    void passWithoutABrowser(String name) throws Exception {
        assertThat(Command.run("node", "--test-reporter=tap", "src/test/page/" + name + ".test.mjs"))
                .contains("# fail 0")
                .doesNotContain("# pass 0\n");
    }
}
