package dev.ephemint.server.credential;

import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.mint.Deadline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Authenticates calls and handshakes to a vendor. */
@FunctionalInterface
public interface Credential {

    /**
     * The headers that authenticate a call or a handshake: lower-case name to value.
     *
     * @throws dev.ephemint.server.mint.MintFailedException {@code CredentialUnavailable} if none can be obtained now
     */
    Map<String, String> authentication();

    /** The same by a deadline. */
    default Map<String, String> authentication(Deadline deadline) {
        return authentication();
    }

    /** The call with these headers; fails as {@link #authentication} does. */
    default UpstreamCall sign(UpstreamCall call) {
        return sign(call, Deadline.none());
    }

    /** The same by a deadline. */
    default UpstreamCall sign(UpstreamCall call, Deadline deadline) {
        return call.withHeaders(authentication(deadline));
    }

    /** The lower-case names of the headers that it adds. Their values are secret. */
    default Set<String> headers() {
        return Set.of("authorization");
    }

    /**
     * Obtains the credential, so that a fault shows at start-up and not in the first mint. A key has nothing to obtain.
     *
     * @throws dev.ephemint.server.mint.MintFailedException {@code CredentialUnavailable}, as {@link #sign} would
     */
    default void probe() {}

    /**
     * Facts about the credential that are no secret.
     *
     * @throws dev.ephemint.server.mint.MintFailedException {@code CredentialUnavailable}, as {@link #sign} would
     */
    default CredentialFacts describe() {
        return CredentialFacts.ofKey(List.of());
    }

    /** The vendor has rejected it with 401. */
    default void rejected() {}

    /** How often it was read again, if it is in a file. */
    default Reloads reloads() {
        return Reloads.NONE;
    }

    /** The same identity for the other audience that the vendor may require; empty if there is none. */
    default Optional<Credential> forOtherAudience() {
        return Optional.empty();
    }
}
