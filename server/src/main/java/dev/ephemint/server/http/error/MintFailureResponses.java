package dev.ephemint.server.http.error;

import dev.ephemint.contract.redaction.Printable;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.AdmissionUnavailable;
import dev.ephemint.server.mint.MintFailure.AuditUnavailable;
import dev.ephemint.server.mint.MintFailure.CallerLeft;
import dev.ephemint.server.mint.MintFailure.CircuitOpen;
import dev.ephemint.server.mint.MintFailure.CredentialRefused;
import dev.ephemint.server.mint.MintFailure.CredentialUnavailable;
import dev.ephemint.server.mint.MintFailure.ExpiredToken;
import dev.ephemint.server.mint.MintFailure.FaultOnUnknownMembers;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintFailure.LimitReached;
import dev.ephemint.server.mint.MintFailure.NoConnection;
import dev.ephemint.server.mint.MintFailure.NotPermitted;
import dev.ephemint.server.mint.MintFailure.OutOfTime;
import dev.ephemint.server.mint.MintFailure.Overloaded;
import dev.ephemint.server.mint.MintFailure.OwnCredentialAsToken;
import dev.ephemint.server.mint.MintFailure.QuotaExhausted;
import dev.ephemint.server.mint.MintFailure.RateLimited;
import dev.ephemint.server.mint.MintFailure.Redirected;
import dev.ephemint.server.mint.MintFailure.RefusedByVendor;
import dev.ephemint.server.mint.MintFailure.RepeatedRequest;
import dev.ephemint.server.mint.MintFailure.RouteNotFound;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.mint.MintFailure.Unreachable;
import dev.ephemint.server.mint.MintFailure.UnreadableResponse;
import dev.ephemint.server.mint.MintFailure.UpstreamsFailed;
import dev.ephemint.server.mint.MintFailure.VendorFault;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The response of each mint failure; a test compares the kinds with the closed set. */
final class MintFailureResponses {

    private static final Map<Class<? extends MintFailure>, Function<MintFailure, FailureResponse>> RESPONSES =
            responses();

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int MAX_NAMED = 5;
    private static final int MAX_PATH = 200;

    private MintFailureResponses() {}

    static FailureResponse of(MintFailure failure) {
        Function<MintFailure, FailureResponse> response = RESPONSES.get(failure.getClass());
        if (response == null) {
            throw new IllegalStateException("no response for " + failure.getClass());
        }
        return response.apply(failure);
    }

    static Set<Class<? extends MintFailure>> kinds() {
        return RESPONSES.keySet();
    }

    private static Map<Class<? extends MintFailure>, Function<MintFailure, FailureResponse>> responses() {
        Table table = new Table();
        table.on(InvalidRequest.class, MintFailureResponses::invalid);
        table.on(NotPermitted.class, MintFailureResponses::notPermitted);
        table.on(RefusedByVendor.class, MintFailureResponses::refused);
        table.on(CredentialRefused.class, MintFailureResponses::credentialRefused);
        table.on(RateLimited.class, limited -> waiting(UpstreamResponses.RATE_LIMITED, limited.retryAfter()));
        table.on(QuotaExhausted.class, exhausted -> UpstreamResponses.NO_QUOTA);
        table.on(Overloaded.class, overloaded -> waiting(UpstreamResponses.OVERLOADED, overloaded.retryAfter()));
        table.on(RouteNotFound.class, missing -> UpstreamResponses.ROUTE_NOT_FOUND);
        table.on(Redirected.class, redirected -> UpstreamResponses.REDIRECT);
        table.on(FaultOnUnknownMembers.class, fault -> faultOnUnknown(fault.members()));
        table.on(VendorFault.class, fault -> UpstreamResponses.FAULT);
        table.on(UnreadableResponse.class, unreadable -> UpstreamResponses.UNREADABLE);
        table.on(ExpiredToken.class, expired -> UpstreamResponses.EXPIRED_TOKEN);
        table.on(OwnCredentialAsToken.class, echoed -> UpstreamResponses.OWN_CREDENTIAL);
        table.on(TimedOut.class, late -> UpstreamResponses.TIMEOUT);
        table.on(OutOfTime.class, late -> UpstreamResponses.OUT_OF_TIME);
        table.on(CallerLeft.class, left -> UpstreamResponses.CALLER_LEFT);
        table.on(NoConnection.class, busy -> waiting(UpstreamResponses.BUSY, Optional.of(SOON)));
        table.on(CircuitOpen.class, open -> waiting(UpstreamResponses.CIRCUIT_OPEN, Optional.of(open.retryAfter())));
        table.on(Unreachable.class, lost -> UpstreamResponses.UNREACHABLE);
        table.on(UpstreamsFailed.class, UpstreamsFailedResponse::of);
        table.on(CredentialUnavailable.class, missing -> UpstreamResponses.NO_CREDENTIAL);
        table.on(LimitReached.class, AdmissionResponses::limitReached);
        table.on(RepeatedRequest.class, AdmissionResponses::repeated);
        table.on(AdmissionUnavailable.class, away -> AdmissionResponses.UNAVAILABLE);
        table.on(AuditUnavailable.class, broken -> AdmissionResponses.NO_AUDIT);
        return Map.copyOf(table.responses);
    }

    private static FailureResponse invalid(InvalidRequest invalid) {
        return FailureResponse.invalidRequest(400, invalid.code(), invalid.message())
                .withParam(invalid.param());
    }

    private static FailureResponse notPermitted(NotPermitted refusal) {
        return FailureResponse.invalidRequest(403, refusal.code(), refusal.message())
                .withParam(refusal.param());
    }

    private static FailureResponse refused(RefusedByVendor refused) {
        return FailureResponse.invalidRequest(
                        refused.status(),
                        refused.error().code(),
                        refused.error().message())
                .withParam(refused.error().param());
    }

    /**
     * 400, as OpenAI responds to the same request: nearly all HTTP clients repeat a 5xx, and only the vendors' SDKs read the header.
     */
    private static FailureResponse faultOnUnknown(List<String> members) {
        String named = members.stream()
                .limit(MAX_NAMED)
                .map(MintFailureResponses::printable)
                .collect(Collectors.joining("', '", "'", "'"));
        int more = members.size() - MAX_NAMED;
        return FailureResponse.invalidRequest(
                        400,
                        "unknown_parameter",
                        "The vendor failed without a reason (500), and the contract does not have " + named
                                + (more > 0 ? " and " + more + " more" : "")
                                + ". Leave them out; do not retry unchanged.")
                .withParam(printable(members.get(0)))
                .withHeader(Headers.SHOULD_RETRY, "false");
    }

    /** The caller's own names: nothing that controls how they are shown, and bounded. */
    private static String printable(String path) {
        String clean = path.chars()
                .map(c -> Printable.isControlling((char) c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.length() > MAX_PATH ? clean.substring(0, MAX_PATH) + "..." : clean;
    }

    private static FailureResponse credentialRefused(CredentialRefused refused) {
        return refused.status() == 403 ? UpstreamResponses.FORBIDDEN : UpstreamResponses.UNAUTHORIZED;
    }

    /** Rounded up: a client that waits exactly this long must not retry too early. */
    static FailureResponse waiting(FailureResponse response, Optional<Duration> retryAfter) {
        return retryAfter
                .map(wait -> wait.plusNanos(999_999).toMillis())
                .map(millis -> response.withHeader(Headers.RETRY_AFTER_MS, Long.toString(millis))
                        .withHeader(Headers.RETRY_AFTER, Long.toString((millis + 999) / 1000)))
                .orElse(response);
    }

    private static final class Table {

        private final Map<Class<? extends MintFailure>, Function<MintFailure, FailureResponse>> responses =
                new HashMap<>();

        <F extends MintFailure> void on(Class<F> kind, Function<F, FailureResponse> response) {
            responses.put(kind, failure -> response.apply(kind.cast(failure)));
        }
    }
}
