package dev.ephemint.conformance.page;

import org.junit.jupiter.api.Test;

/** The page's modules and their tests are formatted and free of lint errors; {@code .biome.json} has the rules. */
final class PageStyleTest {

    @Test
    void biomeAcceptsEveryModule() throws Exception {
        Command.run("node", "node_modules/@biomejs/biome/bin/biome", "check", "..");
    }
}
