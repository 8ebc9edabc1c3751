package dev.ephemint.server.caller;

import dev.ephemint.server.mint.Caller;

/** Decides who calls. */
@FunctionalInterface
public interface CallerCheck {

    /** @throws CallerRefusedException if what was shown identifies no caller that may mint */
    Caller check(ShownCredentials shown);

    /** Every caller is the same one, regardless of what it shows. */
    static CallerCheck anonymous() {
        return shown -> Caller.ANONYMOUS;
    }
}
