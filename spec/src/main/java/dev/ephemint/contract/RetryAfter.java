package dev.ephemint.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;

/**
 * The wait that a response asks for: {@code retry-after-ms} before {@code retry-after} (Azure's troubleshooting guide,
 * 2026-09-20), the latter in seconds or as a date. The text of the body is never read: one recorded there was 86,400
 * seconds.
 */
public final class RetryAfter {

    private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);

    private RetryAfter() {}

    /**
     * Reads the wait, which is negative if the response names a past date.
     *
     * @param header value of a header by its lower-case name
     * @param now the time with which a date is compared; empty if unknown, then a date is ignored
     */
    public static Optional<Duration> of(Function<String, Optional<String>> header, Optional<Instant> now) {
        return header.apply("retry-after-ms")
                .flatMap(millis -> millis(millis, BigDecimal.ONE))
                .or(() -> header.apply("retry-after")
                        .flatMap(text -> millis(text, MILLIS).or(() -> now.flatMap(time -> untilDate(text, time)))));
    }

    /** A date in the form of HTTP headers; empty if it is none. */
    public static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> millis(String number, BigDecimal factor) {
        return number.strip().matches("\\d{1,9}(\\.\\d{1,12})?")
                ? Optional.of(Duration.ofMillis(new BigDecimal(number.strip())
                        .multiply(factor)
                        .setScale(0, RoundingMode.CEILING)
                        .longValue()))
                : Optional.empty();
    }

    private static Optional<Duration> untilDate(String text, Instant now) {
        return date(text).map(then -> Duration.between(now, then));
    }
}
