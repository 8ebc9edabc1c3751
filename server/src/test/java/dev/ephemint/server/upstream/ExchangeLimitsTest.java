package dev.ephemint.server.upstream;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.testing.TestLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeLimitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void rejectsTimeoutThatIsNotPositive(Duration timeout) {
        assertThatThrownBy(() -> TestLimits.withConnect(timeout)).hasMessage("connect must be greater than zero");
        assertThatThrownBy(() -> TestLimits.withWhole(timeout)).hasMessage("whole must be greater than zero");
    }

    @Test
    void rejectsLimitOfZeroBytes() {
        assertThatThrownBy(() -> TestLimits.withMaxBytes(0)).hasMessage("maxBytes must be at least 1");
    }
}
