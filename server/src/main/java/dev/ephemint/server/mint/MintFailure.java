package dev.ephemint.server.mint;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which a mint can fail: a closed set, so that every kind has exactly one response.
 *
 * <p>A {@code param} is always a path in the nested shape ({@code session.audio.input.turn_detection}); the edge maps
 * it to the shape that the caller used.
 */
public sealed interface MintFailure {

    /** Rejected before anything was sent: by the contract, by the dialect or by a model rule. */
    record InvalidRequest(String param, String code, String message) implements MintFailure {

        /** The configured upstream cannot express {@code param}. */
        public static MintFailedException unsupported(String param) {
            return new MintFailedException(new InvalidRequest(
                    param, "unsupported_parameter", "This upstream does not support '" + param + "'."));
        }

        /** The contract does not have {@code param} there; with the vendors' own message. */
        public static MintFailedException unknown(String param) {
            return unknown(param, "");
        }

        /** The same, with a sentence on where the value belongs. */
        public static MintFailedException unknown(String param, String hint) {
            return new MintFailedException(new InvalidRequest(
                    param, "unknown_parameter", ("Unknown parameter: '" + param + "'. " + hint).strip()));
        }
    }

    /**
     * Rejected before anything was sent: the caller's policy does not allow it.
     *
     * @param param the member that it is about, or null if it is about the whole request
     */
    record NotPermitted(@Nullable String param, String code, String message) implements MintFailure {}

    /** The vendor rejected the request itself; the caller can fix it. {@code message} is redacted. */
    record RefusedByVendor(int status, VendorError error) implements MintFailure {}

    /** The vendor rejected our credential (401) or forbade it the operation (403); not the caller's fault. */
    record CredentialRefused(int status, @Nullable String vendorCode) implements MintFailure {}

    /** The vendor does not know the route that we called. */
    record RouteNotFound() implements MintFailure {}

    /** Too many requests for now. */
    record RateLimited(Optional<Duration> retryAfter) implements MintFailure {}

    /** The account has no credit left: waiting does not help. */
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

    /** The vendor responded with a redirect, which is never followed. */
    record Redirected(int status) implements MintFailure {}

    /** The response holds no usable token. {@code reason} is Ephemint's text, never the vendor's. */
    record UnreadableResponse(String reason) implements MintFailure {}

    /** The vendor's token had already expired when it came, by our clock. */
    record ExpiredToken() implements MintFailure {}

    /** The vendor's token contains our own credential, which must not reach the caller. */
    record OwnCredentialAsToken() implements MintFailure {}

    /** The vendor was asked, or a connection to it was tried, and there was no response in time. */
    record TimedOut() implements MintFailure {}

    /** The request's deadline passed before the vendor was asked. */
    record OutOfTime() implements MintFailure {}

    /** The caller closed its connection before the vendor was asked. The response is only for the log. */
    record CallerLeft() implements MintFailure {}

    /** All connections to the vendor were in use for too long; nothing was sent. */
    record NoConnection() implements MintFailure {}

    /** The vendor failed so often that it is not asked for now. */
    record CircuitOpen(Duration retryAfter) implements MintFailure {}

    /**
     * None of several upstreams could mint; nothing was minted.
     *
     * @param attempts in their order, at least two
     */
    record UpstreamsFailed(List<Attempt> attempts) implements MintFailure {

        public UpstreamsFailed {
            attempts = List.copyOf(attempts);
        }

        /** What one upstream failed with. */
        public record Attempt(String upstream, MintFailure failure) {}
    }

    /** No connection, or one that broke before a response. */
    record Unreachable(String reason) implements MintFailure {}

    /** Our own credential could not be obtained. */
    record CredentialUnavailable(String reason) implements MintFailure {}

    /**
     * The caller has reached a limit of its own; the vendor was not asked.
     *
     * @param exceeded the limit that takes longest to allow another request
     * @param quotas what is left of every limit
     */
    record LimitReached(Quota exceeded, Duration retryAfter, List<Quota> quotas) implements MintFailure {

        public LimitReached {
            quotas = List.copyOf(quotas);
        }
    }

    /** The caller's idempotency key was used before. A token is never stored, so it cannot be returned again. */
    record RepeatedRequest(First first) implements MintFailure {

        /** What became of the first request with the key. */
        public enum First {
            /** It still runs. */
            RUNNING,

            /** It got a token. */
            MINTED,

            /** It asked for something else. */
            OTHER
        }
    }

    /** The store of the limits is away, and nothing is minted without it. */
    record AdmissionUnavailable() implements MintFailure {}

    /** The mint cannot be recorded, and nothing is minted without a record. */
    record AuditUnavailable() implements MintFailure {}
}
