package dev.ephemint.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoopbackTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.255.0.9", "::1", "[::1]", "0:0:0:0:0:0:0:1"})
    void recognizesLoopback(String host) {
        assertThat(Loopback.isLoopback(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0.0.0.0", "::", "10.0.0.1", "127.0.0.1.example.org", "localhost.example.org", "127.0.0.256"
            })
    void rejectsOtherHosts(String host) {
        assertThat(Loopback.isLoopback(host)).isFalse();
    }
}
