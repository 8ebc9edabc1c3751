package dev.ephemint.server.http.error;

import dev.ephemint.contract.model.ApiError;
import dev.ephemint.contract.model.ErrorResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A failure as its response reports it.
 *
 * @param status HTTP status
 * @param type family of the failure
 * @param code a value for programs, or null
 * @param param the member at fault, in the shape that the caller used, or null
 * @param message what is wrong and, if the caller or operator can fix it, how
 * @param headers beside those of every response
 */
public record FailureResponse(
        int status,
        String type,
        @Nullable String code,
        @Nullable String param,
        String message,
        Map<String, String> headers) {

    private static final String INVALID_REQUEST = "invalid_request_error";

    public FailureResponse {
        headers = Map.copyOf(headers);
    }

    FailureResponse(int status, String type, @Nullable String code, String message) {
        this(status, type, code, null, message, Map.of());
    }

    /** The caller can fix it. */
    public static FailureResponse invalidRequest(int status, @Nullable String code, String message) {
        return new FailureResponse(status, INVALID_REQUEST, code, message);
    }

    /** This service's fault. */
    public static FailureResponse internal() {
        return new FailureResponse(500, "server_error", "internal_error", "Internal error.");
    }

    /** Another attempt may reach another instance. */
    public static FailureResponse stopping() {
        return new FailureResponse(503, "server_error", "stopping", "This service is stopping. Try again.")
                .withHeader(Headers.RETRY_AFTER, "1")
                .withHeader("connection", "close");
    }

    /** Another attempt may find a place, here or at another instance. */
    public static FailureResponse overloaded() {
        return new FailureResponse(
                        503,
                        "server_error",
                        "server_overloaded",
                        "This service handles as many requests as it can at the moment. Try again.")
                .withHeader(Headers.RETRY_AFTER, "1");
    }

    /** The rest of the body is not read, so the connection ends. */
    public static FailureResponse tooSlow() {
        return invalidRequest(408, "request_timeout", "The body of the request did not arrive in time.")
                .withHeader("connection", "close");
    }

    public FailureResponse withParam(@Nullable String newParam) {
        return new FailureResponse(status, type, code, newParam, message, headers);
    }

    public FailureResponse withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new FailureResponse(status, type, code, param, message, more);
    }

    /** The envelope, with null for absent values: all four members are required. */
    public ErrorResponse body() {
        return new ErrorResponse()
                .error(new ApiError().message(message).type(type).param(param).code(code));
    }

    Response toResponse() {
        Response.ResponseBuilder response =
                Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body());
        headers.forEach(response::header);
        return response.build();
    }
}
