package dev.ephemint.server.http.error;

/** Responses that do not repeat the vendor's or a library's message. */
final class UpstreamResponses {

    static final FailureResponse UNAUTHORIZED = permanent(
            "upstream_unauthorized",
            "The vendor does not accept this service's credential. Check the configured key or identity.");

    static final FailureResponse FORBIDDEN = permanent(
            "upstream_forbidden",
            "The vendor forbids what this service's credential asks for. Check its role, region and network rules.");

    static final FailureResponse ROUTE_NOT_FOUND = permanent(
            "upstream_route_not_found",
            "The vendor does not serve the path that this service called. Check upstream.url and upstream.dialect.");

    static final FailureResponse REDIRECT = permanent(
            "upstream_redirect", "The vendor responded with a redirect, which is not followed. Check upstream.url.");

    static final FailureResponse FAULT =
            upstream(502, "upstream_error", "The vendor failed with an error of its own. Try again later.");

    static final FailureResponse UNREADABLE = upstream(
            502,
            "upstream_invalid_response",
            "The vendor's response cannot be read. Try again later, or check upstream.url.");

    static final FailureResponse EXPIRED_TOKEN = upstream(
            502,
            "upstream_expired_token",
            "The vendor's token has already expired. Check this service's clock and upstream.url.");

    static final FailureResponse OWN_CREDENTIAL = permanent(
            "upstream_invalid_token",
            "The vendor's token holds this service's own credential, so it is withheld. Check upstream.url.");

    static final FailureResponse UNREACHABLE = upstream(
            502, "upstream_unreachable", "The vendor could not be reached. Try again later, or check upstream.url.");

    static final FailureResponse TIMEOUT =
            upstream(504, "upstream_timeout", "The vendor did not respond in time. Try again later.");

    static final FailureResponse OUT_OF_TIME = new FailureResponse(
            504,
            "server_error",
            "deadline_exceeded",
            "The time for this request ran out before the vendor was asked. Try again later.");

    /** For the log, with the status by which nginx logs the same. */
    static final FailureResponse CALLER_LEFT = new FailureResponse(
            499,
            "invalid_request_error",
            "caller_disconnected",
            "The caller closed its connection before the vendor was asked.");

    static final FailureResponse BUSY = upstream(
            503, "upstream_busy", "All of this service's connections to the vendor are in use. Try again later.");

    static final FailureResponse CIRCUIT_OPEN = upstream(
            503,
            "upstream_circuit_open",
            "The vendor fails too often at the moment and is not asked. Try again later.");

    static final FailureResponse OVERLOADED =
            upstream(503, "upstream_overloaded", "The vendor is overloaded. Try again later.");

    static final FailureResponse NO_CREDENTIAL = upstream(
            503,
            "credential_unavailable",
            "This service could not obtain its credential for the vendor. Try again later, or check its identity.");

    static final FailureResponse RATE_LIMITED =
            new FailureResponse(429, "rate_limit_error", "rate_limit_exceeded", "Rate limit reached. Try again later.");

    static final FailureResponse NO_QUOTA = new FailureResponse(
                    429,
                    "insufficient_quota",
                    "insufficient_quota",
                    "The quota is used up. Check the plan and billing of the vendor's account.")
            .withHeader(Headers.SHOULD_RETRY, "false");

    private UpstreamResponses() {}

    /** Another attempt fails, too, and SDKs would make it: they repeat every 5xx. */
    private static FailureResponse permanent(String code, String message) {
        return upstream(502, code, message).withHeader(Headers.SHOULD_RETRY, "false");
    }

    private static FailureResponse upstream(int status, String code, String message) {
        return new FailureResponse(status, "upstream_error", code, message);
    }
}
