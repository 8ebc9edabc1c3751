package dev.ephemint.server.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * The vendor.
 *
 * @param url as it was pasted, for the dialect to read; absent: the built-in sandbox stands in
 */
public record UpstreamSettings(
        DialectName dialect,
        Optional<String> url,

        @DurationMin(millis = 1, message = POSITIVE) @DurationMax(minutes = 1, message = AT_MOST_ONE_MINUTE)
        Duration connectTimeout,

        @DurationMin(millis = 1, message = POSITIVE) @DurationMax(minutes = 1, message = AT_MOST_ONE_MINUTE)
        Duration timeout,

        @Min(1024) @Max(16_777_216) int maxResponseBytes) {

    private static final String POSITIVE = "must be longer than nothing";
    private static final String AT_MOST_ONE_MINUTE = "must be at most PT1M";

    UpstreamSettings withDialect(DialectName other) {
        return new UpstreamSettings(other, url, connectTimeout, timeout, maxResponseBytes);
    }
}
