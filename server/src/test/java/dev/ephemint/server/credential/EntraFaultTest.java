package dev.ephemint.server.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntraFaultTest {

    @Test
    void listsTypesAndErrorCodesOfAllCausesWithoutText() {
        Throwable failure = new IllegalStateException(
                "AADSTS700016: no application; secret planted-1 and AADSTS7000215",
                new IOException("AADSTS700016 again: planted-2", new RuntimeException()));

        assertThat(EntraFault.of(failure))
                .isEqualTo(new EntraFault(
                        List.of("IllegalStateException", "IOException", "RuntimeException"),
                        List.of("AADSTS700016", "AADSTS7000215")));
    }
}
