package dev.ephemint.conformance.known;

import dev.ephemint.conformance.check.CheckPattern;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An entry of the list of known failures.
 *
 * @param flaky whether the checks may also pass
 * @param link an issue, for example
 * @param expires the last day on which it counts
 */
public record KnownFailure(
        CheckPattern pattern, boolean flaky, String reason, Optional<String> link, LocalDate since, LocalDate expires) {

    public KnownFailure {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason: must not be blank");
        }
        if (expires.isBefore(since) || expires.isAfter(since.plusYears(1))) {
            throw new IllegalArgumentException(
                    "expires: must be within a year of since (" + since + "), got " + expires);
        }
    }

    public boolean isExpired(LocalDate today) {
        return today.isAfter(expires);
    }
}
