package dev.ephemint.server.pool;

import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.CircuitOpen;
import dev.ephemint.server.mint.MintFailure.Overloaded;
import dev.ephemint.server.mint.MintFailure.RateLimited;
import java.time.Duration;
import java.util.Optional;

/** How long a pool waits after a mint that failed: twice as long each time, and at least as long as the vendor says. */
final class Backoff {

    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofMinutes(5);

    private Duration next = FIRST;

    /** True until the first failure, and again after a success. */
    boolean isReset() {
        return next.equals(FIRST);
    }

    void reset() {
        next = FIRST;
    }

    Duration after(MintFailure failure) {
        Duration wait = shorter(longer(next, retryAfter(failure)));
        next = shorter(next.multipliedBy(2));
        return wait;
    }

    private static Duration retryAfter(MintFailure failure) {
        Optional<Duration> said = Optional.empty();
        if (failure instanceof RateLimited limited) {
            said = limited.retryAfter();
        } else if (failure instanceof Overloaded overloaded) {
            said = overloaded.retryAfter();
        } else if (failure instanceof CircuitOpen open) {
            said = Optional.of(open.retryAfter());
        }
        return said.orElse(Duration.ZERO);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration wait) {
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
