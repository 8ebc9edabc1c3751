package dev.ephemint.server.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorClockTest {

    private static Optional<Duration> of(Map<String, String> headers) {
        return VendorClock.wait(new UpstreamReply(429, headers, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "retry-after, 0, 0",
        "retry-after, 3, 3000",
        "retry-after, 1.5, 1500",
        "retry-after-ms, 250.1, 251",
        "retry-after, 86400, 86400000"
    })
    void readsSecondsAndMilliseconds(String header, String value, long millis) {
        assertThat(of(Map.of(header, value))).contains(Duration.ofMillis(millis));
    }

    @Test
    void prefersMilliseconds() {
        assertThat(of(Map.of("retry-after", "9", "retry-after-ms", "1200"))).contains(Duration.ofMillis(1_200));
    }

    @Test
    void readsADateAgainstTheVendorsClock() {
        assertThat(of(Map.of("retry-after", "Sat, 21 Nov 2026 10:00:30 GMT", "date", "Sat, 21 Nov 2026 10:00:00 GMT")))
                .contains(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "soon", "86401", "99999999999999999999", "Sat, 21 Nov 2026 10:00:30 GMT"})
    void ignoresInvalidRetryAfter(String value) {
        assertThat(of(Map.of("retry-after", value))).isEmpty();
    }

    @Test
    void ignoresADateThatIsPastOrUnreadable() {
        assertThat(of(Map.of("retry-after", "Sat, 21 Nov 2026 09:00:00 GMT", "date", "Sat, 21 Nov 2026 10:00:00 GMT")))
                .isEmpty();
        assertThat(of(Map.of("retry-after", "tomorrow", "date", "Sat, 21 Nov 2026 10:00:00 GMT")))
                .isEmpty();
    }
}
