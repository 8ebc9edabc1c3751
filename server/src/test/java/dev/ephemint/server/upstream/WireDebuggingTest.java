package dev.ephemint.server.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireDebuggingTest {

    private static final String TLS = "javax.net.debug";

    private final @Nullable String before = System.getProperty(TLS);

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(TLS);
        } else {
            System.setProperty(TLS, before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "all, ssl:handshake",
        "'', ssl:handshake",
        "'ssl:record:plaintext', ssl:handshake",
        "'ssl,PACKET', ssl:handshake",
        "ssl:handshake:verbose, ssl:handshake:verbose",
        "help, help"
    })
    void keepsOnlyTlsDebugOptionsWithoutPlainText(String asked, String left) {
        System.setProperty(TLS, asked);

        WireDebugging.off();

        assertThat(System.getProperty(TLS)).isEqualTo(left);
        assertThat(System.getProperty("jdk.httpclient.HttpClient.log")).isEmpty();
        assertThat(System.getProperty("jdk.internal.httpclient.debug")).isEqualTo("false");
    }
}
