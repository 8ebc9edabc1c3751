package dev.ephemint.server.http;

/** Checks whether a mint could be tried now. */
@FunctionalInterface
public interface Readiness {

    /** @throws dev.ephemint.server.mint.MintFailedException saying what is missing */
    void check();

    static Readiness always() {
        return () -> {};
    }
}
