package dev.ephemint.client;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Which failures are retried, and after how long.
 *
 * <p>A mint costs nothing, and an unused token expires. Still, a request that may have minted is not repeated: not
 * if the response was late, broken off or unreadable, and not after a 504, which is the same failure one hop further.
 *
 * @param within how long after a call began a retry may begin
 */
record RetryRules(int maxRetries, Duration within, DoubleSupplier random) {

    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    /**
     * The wait before the next attempt, or empty if there is none. A wait that would end too late is not started: the call
     * fails at once, and the exception says how long to wait.
     *
     * @param elapsed since the call began
     */
    Optional<Duration> wait(EphemintException failure, int retries, Duration elapsed) {
        if (retries >= maxRetries || !isWorthRetrying(failure)) {
            return Optional.empty();
        }
        Optional<Duration> asked =
                failure instanceof ResponseException response ? response.retryAfter() : Optional.empty();
        return asked.or(() -> Optional.of(backoff(retries)))
                .filter(wait -> elapsed.plus(wait).compareTo(within) <= 0);
    }

    private static boolean isWorthRetrying(EphemintException failure) {
        if (failure instanceof ResponseException response) {
            return mayBeRetried(response) && response.shouldRetry().orElseGet(() -> isTransient(response));
        }
        // An invalid certificate fails again.
        return failure.getCause() instanceof ConnectException
                || failure.getCause() instanceof HttpConnectTimeoutException;
    }

    private static boolean mayBeRetried(ResponseException response) {
        return !(response instanceof QuotaExhaustedException || response instanceof UnreadableResponseException);
    }

    private static boolean isTransient(ResponseException response) {
        int status = response.status();
        return status == 408 || status == 429 || (status >= 500 && status != 504);
    }

    /** Doubles from retry to retry, less up to a quarter, so that clients that failed together do not retry together. */
    private Duration backoff(int retries) {
        long doubled = FIRST_WAIT.toMillis() << Math.min(retries, 4);
        return Duration.ofMillis(Math.round(doubled * (1 - random.getAsDouble() / 4)));
    }
}
