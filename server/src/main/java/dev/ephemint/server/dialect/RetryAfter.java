package dev.ephemint.server.dialect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a vendor asks to wait: {@code retry-after-ms} before {@code retry-after} (Azure's troubleshooting guide,
 * 2026-09-20), the latter in seconds or as a date against the vendor's own {@code date}. The text of the body is never
 * read: one recorded there was 86,400 seconds.
 */
final class RetryAfter {

    private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    static Optional<Duration> of(UpstreamReply reply) {
        return reply.header("retry-after-ms")
                .flatMap(millis -> millis(millis, BigDecimal.ONE))
                .or(() -> reply.header("retry-after").flatMap(seconds -> millis(seconds, MILLIS)))
                .or(() -> reply.header("retry-after").flatMap(date -> untilDate(date, reply)))
                .filter(wait -> !wait.isNegative() && wait.compareTo(LONGEST) <= 0);
    }

    private static Optional<Duration> millis(String number, BigDecimal factor) {
        return number.strip().matches("\\d{1,12}(\\.\\d{1,12})?")
                ? Optional.of(Duration.ofMillis(new BigDecimal(number.strip())
                        .multiply(factor)
                        .setScale(0, RoundingMode.CEILING)
                        .longValue()))
                : Optional.empty();
    }

    private static Optional<Duration> untilDate(String date, UpstreamReply reply) {
        return VendorClock.of(reply).flatMap(now -> VendorClock.read(date).map(then -> Duration.ofSeconds(then - now)));
    }
}
