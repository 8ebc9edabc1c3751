package dev.ephemint.client.internal;

import dev.ephemint.contract.RetryAfter;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The wait that a response asks for, a date by this machine's clock; zero if the date is past. */
public final class RetryAfterHeader {

    private RetryAfterHeader() {}

    public static Optional<Duration> of(HttpHeaders headers, Clock clock) {
        return RetryAfter.of(headers::firstValue, Optional.of(clock.instant()))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }
}
