package dev.ephemint.server.http.error;

import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.CredentialRefused;
import dev.ephemint.server.mint.MintFailure.CredentialUnavailable;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintFailure.Overloaded;
import dev.ephemint.server.mint.MintFailure.QuotaExhausted;
import dev.ephemint.server.mint.MintFailure.RateLimited;
import dev.ephemint.server.mint.MintFailure.Redirected;
import dev.ephemint.server.mint.MintFailure.RefusedByVendor;
import dev.ephemint.server.mint.MintFailure.RouteNotFound;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.mint.MintFailure.Unreachable;
import dev.ephemint.server.mint.MintFailure.UnreadableAnswer;
import dev.ephemint.server.mint.MintFailure.VendorFault;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The one answer of each mint failure. Messages are constants: what a vendor or a library said of a failure that the
 * caller can not mend stays inside.
 */
final class MintFailureAnswers {

    private static final Map<Class<? extends MintFailure>, Function<MintFailure, ErrorAnswer>> ANSWERS = answers();

    private MintFailureAnswers() {}

    static ErrorAnswer of(MintFailure failure) {
        Function<MintFailure, ErrorAnswer> answer = ANSWERS.get(failure.getClass());
        if (answer == null) {
            throw new IllegalStateException("no answer for " + failure.getClass());
        }
        return answer.apply(failure);
    }

    /** For the test that compares it with the closed set. */
    static Set<Class<? extends MintFailure>> answered() {
        return ANSWERS.keySet();
    }

    private static Map<Class<? extends MintFailure>, Function<MintFailure, ErrorAnswer>> answers() {
        Table table = new Table();
        table.on(InvalidRequest.class, MintFailureAnswers::invalid);
        table.on(RefusedByVendor.class, MintFailureAnswers::refused);
        table.on(CredentialRefused.class, MintFailureAnswers::credentialRefused);
        table.on(RateLimited.class, limited -> MintFailureAnswers.rate(limited.retryAfter()));
        table.on(QuotaExhausted.class, exhausted -> quota());
        table.on(Overloaded.class, overloaded -> overloaded(overloaded.retryAfter()));
        table.on(
                RouteNotFound.class,
                missing -> hopeless(
                        "upstream_route_not_found",
                        "The vendor does not serve the path that this service called. Check upstream.url and upstream.dialect."));
        table.on(
                Redirected.class,
                redirected -> hopeless(
                        "upstream_redirect",
                        "The vendor answered with a redirect, which is not followed. Check upstream.url."));
        table.on(
                VendorFault.class,
                fault -> upstream(
                        502, "upstream_error", "The vendor answered with a fault of its own. Try again later."));
        table.on(
                UnreadableAnswer.class,
                unreadable -> upstream(
                        502,
                        "upstream_invalid_response",
                        "The vendor's answer cannot be read. Try again later, or check upstream.url."));
        table.on(
                TimedOut.class,
                late -> upstream(504, "upstream_timeout", "The vendor did not answer in time. Try again later."));
        table.on(
                Unreachable.class,
                lost -> upstream(
                        502,
                        "upstream_unreachable",
                        "The vendor could not be reached. Try again later, or check upstream.url."));
        table.on(
                CredentialUnavailable.class,
                missing -> upstream(
                        503,
                        "credential_unavailable",
                        "This service could not obtain its credential for the vendor. Try again later, or check its identity."));
        return Map.copyOf(table.answers);
    }

    private static ErrorAnswer invalid(InvalidRequest invalid) {
        return ErrorAnswer.refusal(400, invalid.code(), invalid.message()).withParam(invalid.param());
    }

    private static ErrorAnswer refused(RefusedByVendor refused) {
        return ErrorAnswer.refusal(
                        refused.status(),
                        refused.error().code(),
                        refused.error().message())
                .withParam(refused.error().param());
    }

    private static ErrorAnswer credentialRefused(CredentialRefused refused) {
        return refused.status() == 403
                ? hopeless(
                        "upstream_forbidden",
                        "The vendor forbids what this service's credential asks for. Check its role, region and"
                                + " network rules.")
                : hopeless(
                        "upstream_unauthorized",
                        "The vendor does not accept this service's credential. Check the configured key or identity.");
    }

    private static ErrorAnswer rate(Optional<Duration> retryAfter) {
        return withRetryAfter(
                new ErrorAnswer(429, "rate_limit_error", "rate_limit_exceeded", "Rate limit reached. Try again later."),
                retryAfter);
    }

    private static ErrorAnswer quota() {
        return new ErrorAnswer(
                        429,
                        "insufficient_quota",
                        "insufficient_quota",
                        "The quota is used up. Check the plan and billing of the vendor's account.")
                .withHeader(Headers.SHOULD_RETRY, "false");
    }

    private static ErrorAnswer overloaded(Optional<Duration> retryAfter) {
        return withRetryAfter(
                upstream(503, "upstream_overloaded", "The vendor is overloaded. Try again later."), retryAfter);
    }

    /** Another attempt meets the same end, and SDKs would make it: they repeat every 5xx. */
    private static ErrorAnswer hopeless(String code, String message) {
        return upstream(502, code, message).withHeader(Headers.SHOULD_RETRY, "false");
    }

    private static ErrorAnswer upstream(int status, String code, String message) {
        return new ErrorAnswer(status, "upstream_error", code, message);
    }

    /** Rounded up: a client that waits as long as it was told must not come too early. */
    private static ErrorAnswer withRetryAfter(ErrorAnswer answer, Optional<Duration> retryAfter) {
        return retryAfter
                .map(wait -> wait.plusNanos(999_999).toMillis())
                .map(millis -> answer.withHeader(Headers.RETRY_AFTER_MS, Long.toString(millis))
                        .withHeader(Headers.RETRY_AFTER, Long.toString((millis + 999) / 1000)))
                .orElse(answer);
    }

    private static final class Table {

        private final Map<Class<? extends MintFailure>, Function<MintFailure, ErrorAnswer>> answers = new HashMap<>();

        <F extends MintFailure> void on(Class<F> kind, Function<F, ErrorAnswer> answer) {
            answers.put(kind, failure -> answer.apply(kind.cast(failure)));
        }
    }
}
