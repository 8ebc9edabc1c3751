package dev.ephemint.server.mint;

/** Mints one short-lived credential. Every policy wraps one of these, the innermost talks to a vendor. */
@FunctionalInterface
public interface Mint {

    /**
     * Mints a credential for the session that the request describes.
     *
     * @throws MintFailedException with one of the closed set of {@link MintFailure}; nothing else
     */
    MintedToken mint(MintRequest request);
}
