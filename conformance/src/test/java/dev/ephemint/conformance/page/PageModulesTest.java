package dev.ephemint.conformance.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The page's modules that need no browser: {@code src/test/page/modules.test.mjs}. */
final class PageModulesTest {

    @Test
    void resampleReadAndKeepInOrder() throws Exception {
        assertThat(Command.run("node", "--test-reporter=tap", "src/test/page/modules.test.mjs"))
                .contains("# fail 0")
                .doesNotContain("# pass 0\n");
    }
}
