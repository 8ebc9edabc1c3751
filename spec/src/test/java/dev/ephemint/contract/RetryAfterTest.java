package dev.ephemint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Optional<Instant> NOW = Optional.of(Instant.parse("2026-11-21T10:00:00Z"));

    private static Optional<Duration> of(Map<String, String> headers, Optional<Instant> now) {
        return RetryAfter.of(name -> Optional.ofNullable(headers.get(name)), now);
    }

    @ParameterizedTest
    @CsvSource({
        "retry-after, 0, 0",
        "retry-after, ' 3 ', 3000",
        "retry-after, 1.5, 1500",
        "retry-after-ms, 250.1, 251",
        "retry-after, 'Sat, 21 Nov 2026 10:00:30 GMT', 30000",
        "retry-after, 'Sat, 21 Nov 2026 09:59:59 GMT', -1000"
    })
    void readsSecondsMillisecondsAndDates(String header, String value, long millis) {
        assertThat(of(Map.of(header, value), NOW)).contains(Duration.ofMillis(millis));
    }

    @Test
    void prefersMilliseconds() {
        assertThat(of(Map.of("retry-after", "9", "retry-after-ms", "1200"), NOW))
                .contains(Duration.ofMillis(1_200));
        assertThat(of(Map.of("retry-after", "9", "retry-after-ms", "soon"), NOW))
                .contains(Duration.ofSeconds(9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "soon", "99999999999999999999"})
    void ignoresUnreadableValues(String value) {
        assertThat(of(Map.of("retry-after", value), NOW)).isEmpty();
    }

    @Test
    void ignoresADateIfTheTimeIsUnknown() {
        assertThat(of(Map.of("retry-after", "Sat, 21 Nov 2026 10:00:30 GMT"), Optional.empty()))
                .isEmpty();
    }

    @Test
    void ignoresMissingHeaders() {
        assertThat(of(Map.of(), NOW)).isEmpty();
    }
}
