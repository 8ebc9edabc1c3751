package dev.ephemint.server.http.error;

import dev.ephemint.server.caller.CallerRefusal;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** The response to a caller that is rejected: OpenAI's envelope, and RFC 6750's header. No credential is repeated. */
public final class CallerRefusals {

    private static final String INVALID_KEY = "invalid_api_key";
    private static final String INVALID_TOKEN = "invalid_token";

    private CallerRefusals() {}

    public static FailureResponse of(CallerRefusal refusal) {
        return switch (refusal) {
            case NO_CREDENTIAL ->
                challenged(
                        401,
                        INVALID_KEY,
                        null,
                        "No API key. Send one as 'Authorization: Bearer KEY' or 'api-key: KEY'.");
            case AMBIGUOUS ->
                challenged(
                        400, "ambiguous_api_key", "invalid_request", "More than one API key. Send one of them only.");
            case INVALID ->
                challenged(
                        401,
                        INVALID_KEY,
                        INVALID_TOKEN,
                        "API key or token not valid here. Check it, or ask the operator for one.");
            case EXPIRED -> challenged(401, INVALID_KEY, INVALID_TOKEN, "API key or token expired. Get a new one.");
            case MINTED_TOKEN ->
                challenged(
                        401,
                        INVALID_KEY,
                        INVALID_TOKEN,
                        "A client secret cannot mint. Send the API key of your application.");
            case NOT_ALLOWED ->
                challenged(
                        403,
                        "caller_not_allowed",
                        "insufficient_scope",
                        "This caller is known, but may not mint. Ask the operator to add it to callers, or a policy for it.");
            case UNAVAILABLE ->
                new FailureResponse(
                                503,
                                "server_error",
                                "issuer_unavailable",
                                "The token cannot be checked now, because its issuer's keys cannot be obtained. Try again.")
                        .withHeader(Headers.RETRY_AFTER, "5");
        };
    }

    private static FailureResponse challenged(int status, String code, @Nullable String error, String message) {
        String challenge = "Bearer realm=\"ephemint\"" + (error == null ? "" : ", error=\"" + error + "\"");
        return FailureResponse.invalidRequest(status, code, message)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }
}
