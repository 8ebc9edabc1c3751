package dev.ephemint.server.settings;

import dev.ephemint.server.mint.DialectName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * The upstream vendor.
 *
 * @param breakerPercent of failed calls at which the vendor is not asked for a while; 101: never
 * @param breakerWait for so long
 * @param url as it was configured; absent: the built-in sandbox is used
 */
public record UpstreamSettings(
        DialectName dialect,
        Optional<String> url,

        @DurationMin(millis = 1, message = POSITIVE) @DurationMax(minutes = 1, message = AT_MOST_ONE_MINUTE)
        Duration connectTimeout,

        @DurationMin(millis = 1, message = POSITIVE) @DurationMax(minutes = 1, message = AT_MOST_ONE_MINUTE)
        Duration timeout,

        @Min(1024) @Max(16_777_216) int maxResponseBytes,
        @Min(1) @Max(100_000) int maxConnections,
        @Min(1) @Max(101) int breakerPercent,

        @DurationMin(millis = 1, message = POSITIVE) @DurationMax(minutes = 1, message = AT_MOST_ONE_MINUTE)
        Duration breakerWait) {

    private static final Pattern HOST = Pattern.compile("(?:\\w+://)?(\\[[^]]*]|[^/:?#]+)");

    private static final String POSITIVE = "must be greater than zero";
    private static final String AT_MOST_ONE_MINUTE = "must be at most PT1M";

    /** The host in the URL, by its spelling only: parsing the whole URL is the vendor's concern. */
    public Optional<String> host() {
        return url.map(HOST::matcher).filter(Matcher::lookingAt).map(match -> match.group(1));
    }

    UpstreamSettings withDialect(DialectName other) {
        return new UpstreamSettings(
                other, url, connectTimeout, timeout, maxResponseBytes, maxConnections, breakerPercent, breakerWait);
    }
}
