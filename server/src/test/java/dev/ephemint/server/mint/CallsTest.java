package dev.ephemint.server.mint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CallsTest {

    /** RFC 8866, section 9: a line ends with CRLF, and a parser should accept LF alone. */
    @ParameterizedTest
    @ValueSource(strings = {"v=0\r\n", "v=0\n", "v=0\r\ns=-\r\n"})
    void sdpBeginsWithItsVersionOnALineOfItsOwn(String text) {
        assertThat(Calls.isSdp(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v=0", "v=0\r", "v=0 \n", "v=1\n", " v=0\n", "s=-\nv=0\n"})
    void otherTextIsNoSdp(String text) {
        assertThat(Calls.isSdp(text)).isFalse();
    }

    @Test
    void anOpenCallIsNamedWithoutItsSdp() {
        assertThat(new Calls.Opened("v=0", Optional.of("rtc_1"), Optional.empty()))
                .hasToString("Opened[id=rtc_1]");
        assertThat(new Calls.Opened("v=0", Optional.empty(), Optional.empty())).hasToString("Opened[id=?]");
    }
}
