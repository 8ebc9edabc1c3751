package dev.ephemint.server.policy.caller;

import java.util.OptionalInt;

/**
 * How long a caller's tokens may live, in seconds.
 *
 * @param standard if the request names none; empty: the service's own default, within the bounds
 */
public record Lifetime(OptionalInt least, OptionalInt most, OptionalInt standard) {

    static final String SECONDS = "expires_after.seconds";

    public boolean allows(int seconds) {
        return within(seconds) == seconds;
    }

    /** The lifetime if the request names none. */
    int orDefault(int ofService) {
        return standard.orElseGet(() -> within(ofService));
    }

    private int within(int seconds) {
        return Math.min(most.orElse(Integer.MAX_VALUE), Math.max(least.orElse(0), seconds));
    }
}
