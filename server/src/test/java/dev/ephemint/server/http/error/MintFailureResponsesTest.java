package dev.ephemint.server.http.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.CallerLeft;
import dev.ephemint.server.mint.MintFailure.CircuitOpen;
import dev.ephemint.server.mint.MintFailure.CredentialRefused;
import dev.ephemint.server.mint.MintFailure.CredentialUnavailable;
import dev.ephemint.server.mint.MintFailure.ExpiredToken;
import dev.ephemint.server.mint.MintFailure.FaultOnUnknownMembers;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintFailure.NoConnection;
import dev.ephemint.server.mint.MintFailure.NotPermitted;
import dev.ephemint.server.mint.MintFailure.OutOfTime;
import dev.ephemint.server.mint.MintFailure.Overloaded;
import dev.ephemint.server.mint.MintFailure.OwnCredentialAsToken;
import dev.ephemint.server.mint.MintFailure.QuotaExhausted;
import dev.ephemint.server.mint.MintFailure.RateLimited;
import dev.ephemint.server.mint.MintFailure.Redirected;
import dev.ephemint.server.mint.MintFailure.RefusedByVendor;
import dev.ephemint.server.mint.MintFailure.RouteNotFound;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.mint.MintFailure.Unreachable;
import dev.ephemint.server.mint.MintFailure.UnreadableResponse;
import dev.ephemint.server.mint.MintFailure.UpstreamsFailed;
import dev.ephemint.server.mint.MintFailure.UpstreamsFailed.Attempt;
import dev.ephemint.server.mint.MintFailure.VendorFault;
import dev.ephemint.server.mint.VendorError;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class MintFailureResponsesTest {

    private static final Map<String, String> HOPELESS = Map.of("x-should-retry", "false");
    private static final Duration WAIT = Duration.ofMillis(1500);
    private static final Map<String, String> WAITING = Map.of("retry-after", "2", "retry-after-ms", "1500");

    @Test
    void everyKindOfFailureHasAResponse() {
        assertThat(MintFailureResponses.kinds())
                .isEqualTo(Arrays.stream(MintFailure.class.getPermittedSubclasses())
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource
    void respondsExactly(MintFailure failure, FailureResponse response) {
        assertThat(MintFailureResponses.of(failure)).isEqualTo(response);
    }

    static Stream<Arguments> respondsExactly() {
        return Stream.of(callersFaults(), operatorsFaults(), transientFaults()).flatMap(arguments -> arguments);
    }

    private static Stream<Arguments> callersFaults() {
        return Stream.of(
                Arguments.of(
                        new InvalidRequest("session.type", "missing_required_parameter", "Missing."),
                        response(400, "invalid_request_error", "missing_required_parameter", "Missing.")
                                .withParam("session.type")),
                Arguments.of(
                        new NotPermitted(null, "endpoint_not_allowed", "No."),
                        new FailureResponse(403, "invalid_request_error", "endpoint_not_allowed", "No.")),
                Arguments.of(
                        new NotPermitted("session.model", "model_not_allowed", "No."),
                        response(403, "invalid_request_error", "model_not_allowed", "No.")
                                .withParam("session.model")),
                Arguments.of(
                        new RefusedByVendor(404, new VendorError("DeploymentNotFound", "session.model", "None.")),
                        response(404, "invalid_request_error", "DeploymentNotFound", "None.")
                                .withParam("session.model")),
                Arguments.of(
                        new RefusedByVendor(409, new VendorError(null, null, "No.")),
                        new FailureResponse(409, "invalid_request_error", null, "No.")),
                Arguments.of(
                        new FaultOnUnknownMembers(List.of("session.x_flag", "a\nb\u202ec\u0085")),
                        response(
                                        400,
                                        "invalid_request_error",
                                        "unknown_parameter",
                                        "The vendor failed without a reason (500), and the contract does not have"
                                                + " 'session.x_flag', 'a?b?c?'. Leave them out; do not retry unchanged.",
                                        HOPELESS)
                                .withParam("session.x_flag")),
                Arguments.of(
                        new RateLimited(Optional.of(WAIT)),
                        response(
                                429,
                                "rate_limit_error",
                                "rate_limit_exceeded",
                                "Rate limit reached. Try again later.",
                                WAITING)),
                Arguments.of(
                        new RateLimited(Optional.empty()),
                        response(
                                429,
                                "rate_limit_error",
                                "rate_limit_exceeded",
                                "Rate limit reached. Try again later.")));
    }

    private static Stream<Arguments> operatorsFaults() {
        return Stream.of(
                Arguments.of(
                        new CredentialRefused(401, "invalid_api_key"),
                        upstream(
                                502,
                                "upstream_unauthorized",
                                "The vendor does not accept this service's credential. Check the configured key or"
                                        + " identity.",
                                HOPELESS)),
                Arguments.of(
                        new CredentialRefused(403, null),
                        upstream(
                                502,
                                "upstream_forbidden",
                                "The vendor forbids what this service's credential asks for. Check its role, region"
                                        + " and network rules.",
                                HOPELESS)),
                Arguments.of(
                        new RouteNotFound(),
                        upstream(
                                502,
                                "upstream_route_not_found",
                                "The vendor does not serve the path that this service called. Check upstream.url and"
                                        + " upstream.dialect.",
                                HOPELESS)),
                Arguments.of(
                        new Redirected(302),
                        upstream(
                                502,
                                "upstream_redirect",
                                "The vendor responded with a redirect, which is not followed. Check upstream.url.",
                                HOPELESS)),
                Arguments.of(
                        new OwnCredentialAsToken(),
                        upstream(
                                502,
                                "upstream_invalid_token",
                                "The vendor's token holds this service's own credential, so it is withheld. Check upstream.url.",
                                HOPELESS)),
                Arguments.of(
                        new ExpiredToken(),
                        upstream(
                                502,
                                "upstream_expired_token",
                                "The vendor's token has already expired. Check this service's clock and upstream.url.",
                                Map.of())),
                Arguments.of(
                        new QuotaExhausted(),
                        response(
                                429,
                                "insufficient_quota",
                                "insufficient_quota",
                                "The quota is used up. Check the plan and billing of the vendor's account.",
                                HOPELESS)),
                Arguments.of(
                        new CredentialUnavailable("no identity"),
                        upstream(
                                503,
                                "credential_unavailable",
                                "This service could not obtain its credential for the vendor. Try again later, or"
                                        + " check its identity.",
                                Map.of())));
    }

    private static Stream<Arguments> transientFaults() {
        String overloaded = "The vendor is overloaded. Try again later.";
        return Stream.of(
                Arguments.of(
                        new UpstreamsFailed(List.of(
                                new Attempt("a", new Unreachable("the upstream refused the connection")),
                                new Attempt("b", new CircuitOpen(Duration.ofSeconds(9))),
                                new Attempt("c", new Overloaded(Optional.of(WAIT))),
                                new Attempt("d", new RateLimited(Optional.empty())))),
                        upstream(
                                503,
                                "upstreams_unavailable",
                                "No upstream could mint: a (upstream_unreachable), b (upstream_circuit_open), c"
                                        + " (upstream_overloaded), d (rate_limit_exceeded). Try again later.",
                                WAITING)),
                Arguments.of(
                        new Overloaded(Optional.of(WAIT)), upstream(503, "upstream_overloaded", overloaded, WAITING)),
                Arguments.of(
                        new Overloaded(Optional.empty()), upstream(503, "upstream_overloaded", overloaded, Map.of())),
                Arguments.of(
                        new VendorFault(500),
                        upstream(
                                502,
                                "upstream_error",
                                "The vendor failed with an error of its own. Try again later.",
                                Map.of())),
                Arguments.of(
                        new UnreadableResponse("empty"),
                        upstream(
                                502,
                                "upstream_invalid_response",
                                "The vendor's response cannot be read. Try again later, or check upstream.url.",
                                Map.of())),
                Arguments.of(
                        new TimedOut(),
                        upstream(
                                504,
                                "upstream_timeout",
                                "The vendor did not respond in time. Try again later.",
                                Map.of())),
                Arguments.of(
                        new OutOfTime(),
                        response(
                                504,
                                "server_error",
                                "deadline_exceeded",
                                "The time for this request ran out before the vendor was asked. Try again later.")),
                Arguments.of(
                        new CallerLeft(),
                        response(
                                499,
                                "invalid_request_error",
                                "caller_disconnected",
                                "The caller closed its connection before the vendor was asked.")),
                Arguments.of(
                        new CircuitOpen(WAIT),
                        upstream(
                                503,
                                "upstream_circuit_open",
                                "The vendor fails too often at the moment and is not asked. Try again later.",
                                WAITING)),
                Arguments.of(
                        new NoConnection(),
                        upstream(
                                503,
                                "upstream_busy",
                                "All of this service's connections to the vendor are in use. Try again later.",
                                Map.of("retry-after", "1", "retry-after-ms", "1000"))),
                Arguments.of(
                        new Unreachable("refused"),
                        upstream(
                                502,
                                "upstream_unreachable",
                                "The vendor could not be reached. Try again later, or check upstream.url.",
                                Map.of())));
    }

    @Test
    void namesABoundedNumberOfUnknownMembersWithABoundedLength() {
        String message = MintFailureResponses.of(
                        new FaultOnUnknownMembers(Collections.nCopies(1000, "x".repeat(100_000))))
                .message();

        assertThat(message).contains(" and 995 more").hasSizeLessThan(1500);
    }

    @ParameterizedTest
    @MethodSource
    void roundsTheWaitUp(Duration wait, String seconds, String millis) {
        assertThat(MintFailureResponses.of(new RateLimited(Optional.of(wait))).headers())
                .isEqualTo(Map.of("retry-after", seconds, "retry-after-ms", millis));
    }

    static Stream<Arguments> roundsTheWaitUp() {
        return Stream.of(
                Arguments.of(Duration.ZERO, "0", "0"),
                Arguments.of(Duration.ofNanos(1), "1", "1"),
                Arguments.of(Duration.ofMillis(1000), "1", "1000"),
                Arguments.of(Duration.ofMillis(1001), "2", "1001"),
                Arguments.of(Duration.ofDays(1), "86400", "86400000"));
    }

    private static FailureResponse upstream(int status, String code, String message, Map<String, String> headers) {
        return response(status, "upstream_error", code, message, headers);
    }

    private static FailureResponse response(int status, String type, String code, String message) {
        return response(status, type, code, message, Map.of());
    }

    private static FailureResponse response(
            int status, String type, String code, String message, Map<String, String> headers) {
        return new FailureResponse(status, type, code, null, message, headers);
    }
}
