package dev.ephemint.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.util.MemoryUtils;
import org.junit.jupiter.api.Test;

final class CacheLineTest {

    @Test
    void theProgramSetsTheProperty() {
        ProgramRun.of("--version");

        assertThat(System.getProperty(CacheLine.PROPERTY)).isNotBlank();
    }

    @Test
    void jettyReadsTheProperty() throws Exception {
        try (InputStream type = MemoryUtils.class.getResourceAsStream("MemoryUtils.class")) {
            assertThat(type).isNotNull();
            assertThat(new String(type.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .contains(CacheLine.PROPERTY);
        }
    }
}
