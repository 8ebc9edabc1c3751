package dev.ephemint.server.credential;

import dev.ephemint.server.dialect.UpstreamCall;

/** Authenticates a call to a vendor. */
@FunctionalInterface
public interface Credential {

    /**
     * The call with the headers that authenticate it.
     *
     * @throws dev.ephemint.server.mint.MintFailedException {@code CredentialUnavailable} where none can be had now
     */
    UpstreamCall sign(UpstreamCall call);

    /**
     * Obtains what signing needs, so that a fault shows at start-up and not in the first mint. A credential that is at
     * hand already has nothing to do.
     *
     * @throws dev.ephemint.server.mint.MintFailedException {@code CredentialUnavailable}, as {@link #sign} would
     */
    default void probe() {}
}
