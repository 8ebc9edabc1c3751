package dev.ephemint.server.mint;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can keep a mint from giving a token: a closed set, so that every kind has exactly one answer.
 *
 * <p>A {@code param} is always a path in the nested shape ({@code session.audio.input.turn_detection}); the edge maps
 * it to the shape that the caller used.
 */
public sealed interface MintFailure {

    /** Refused before anything was sent: by the contract, by the dialect or by a model rule. */
    record InvalidRequest(String param, String code, String message) implements MintFailure {

        /** The configured upstream has no way to say {@code param}. */
        public static MintFailedException unsupported(String param) {
            return new MintFailedException(new InvalidRequest(
                    param, "unsupported_parameter", "This upstream does not support '" + param + "'."));
        }

        /** The contract does not have {@code param} there; in the vendors' own words. */
        public static MintFailedException unknown(String param) {
            return unknown(param, "");
        }

        /** The same, with a sentence on where the value belongs. */
        public static MintFailedException unknown(String param, String hint) {
            return new MintFailedException(new InvalidRequest(
                    param, "unknown_parameter", ("Unknown parameter: '" + param + "'. " + hint).strip()));
        }
    }

    /** The vendor refused the request itself; the caller can mend it. {@code message} is scrubbed. */
    record RefusedByVendor(int status, VendorError error) implements MintFailure {}

    /** The vendor refused our credential (401) or forbade it the operation (403); the caller can not mend it. */
    record CredentialRefused(int status, @Nullable String vendorCode) implements MintFailure {}

    /** The vendor does not know the route that we called. */
    record RouteNotFound() implements MintFailure {}

    /** Too many requests for now. */
    record RateLimited(Optional<Duration> retryAfter) implements MintFailure {}

    /** The account has no money left: waiting does not help. */
    record QuotaExhausted() implements MintFailure {}

    /** The vendor has no capacity for now. */
    record Overloaded(Optional<Duration> retryAfter) implements MintFailure {}

    /** The vendor failed, or something on the way to it did. Its text is not passed on. */
    record VendorFault(int status) implements MintFailure {}

    /**
     * The vendor failed without a reason on a request with members that the contract does not know: most likely the
     * caller's mistake.
     *
     * @param members their paths, at least one
     */
    record FaultOnUnknownMembers(List<String> members) implements MintFailure {

        public FaultOnUnknownMembers {
            members = List.copyOf(members);
        }
    }

    /** The vendor answered with a redirect, which is never followed. */
    record Redirected(int status) implements MintFailure {}

    /** The answer is no token that could be passed on. {@code reason} is ours, never the vendor's text. */
    record UnreadableResponse(String reason) implements MintFailure {}

    /** The vendor's token had already expired when it came, by our clock. */
    record ExpiredToken() implements MintFailure {}

    /** What came as the vendor's token holds our own credential: it would be handed out. */
    record OwnCredentialAsToken() implements MintFailure {}

    /** No answer in time. */
    record TimedOut() implements MintFailure {}

    /** No connection, or one that broke before an answer. */
    record Unreachable(String reason) implements MintFailure {}

    /** Our own credential could not be obtained. */
    record CredentialUnavailable(String reason) implements MintFailure {}
}
