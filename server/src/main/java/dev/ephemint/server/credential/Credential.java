package dev.ephemint.server.credential;

import dev.ephemint.server.dialect.UpstreamCall;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Authenticates a call to a vendor. */
@FunctionalInterface
public interface Credential {

    /**
     * The call with the headers that authenticate it.
     *
     * @throws dev.ephemint.server.mint.MintFailedException {@code CredentialUnavailable} where none can be had now
     */
    UpstreamCall sign(UpstreamCall call);

    /** The lower-case names of the headers that it adds; their values are not to be shown. */
    default Set<String> headers() {
        return Set.of("authorization");
    }

    /**
     * Obtains what signing needs, so that a fault shows at start-up and not in the first mint. A credential that is at
     * hand already has nothing to do.
     *
     * @throws dev.ephemint.server.mint.MintFailedException {@code CredentialUnavailable}, as {@link #sign} would
     */
    default void probe() {}

    /**
     * What can be told of it without showing it.
     *
     * @throws dev.ephemint.server.mint.MintFailedException {@code CredentialUnavailable}, as {@link #sign} would
     */
    default CredentialFacts describe() {
        return CredentialFacts.ofKey(List.of());
    }

    /** The same identity for the other audience that the vendor may want; empty where there is none. */
    default Optional<Credential> forOtherAudience() {
        return Optional.empty();
    }
}
