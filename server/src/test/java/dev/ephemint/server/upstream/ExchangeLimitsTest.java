package dev.ephemint.server.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeLimitsTest {

    @Test
    void areSecondsAndOneMebibyteByDefault() {
        assertThat(ExchangeLimits.DEFAULTS)
                .isEqualTo(new ExchangeLimits(Duration.ofSeconds(5), Duration.ofSeconds(15), 1_048_576));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void refuseNoTimeAtAll(Duration none) {
        assertThatThrownBy(() -> ExchangeLimits.DEFAULTS.withConnect(none)).hasMessageStartingWith("connect ");
        assertThatThrownBy(() -> ExchangeLimits.DEFAULTS.withWhole(none)).hasMessageStartingWith("whole ");
    }

    @Test
    void refuseNoBytesAtAll() {
        assertThatThrownBy(() -> ExchangeLimits.DEFAULTS.withMaxBytes(0)).hasMessageStartingWith("maxBytes ");
    }
}
