package dev.ephemint.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.client.Fixtures;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterHeaderTest {

    @ParameterizedTest
    @CsvSource({
        "retry-after-ms, 1500, PT1.5S",
        "retry-after-ms, 0, PT0S",
        "retry-after-ms, 12.5, PT0.013S",
        "retry-after, 3, PT3S",
        "retry-after, ' 3 ', PT3S",
        "retry-after, 0.25, PT0.25S",
        "retry-after, 'Sat, 21 Nov 2026 12:00:07 GMT', PT7S",
        "retry-after, 'Sat, 21 Nov 2026 11:59:00 GMT', PT0S",
    })
    void readsEveryForm(String header, String value, Duration wait) {
        assertThat(of(Map.of(header, value))).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1e9", "99999999999999", "NaN", "Sat, 21 Nov 2026"})
    void ignoresOtherValues(String value) {
        assertThat(of(Map.of("retry-after", value))).isEmpty();
    }

    @Test
    void prefersMilliseconds() {
        assertThat(of(Map.of("retry-after-ms", "20", "retry-after", "1"))).contains(Duration.ofMillis(20));
        assertThat(of(Map.of("retry-after-ms", "soon", "retry-after", "1"))).contains(Duration.ofSeconds(1));
    }

    private static Optional<Duration> of(Map<String, String> headers) {
        Map<String, List<String>> lists = headers.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        return RetryAfterHeader.of(HttpHeaders.of(lists, (name, value) -> true), Fixtures.NOON);
    }
}
