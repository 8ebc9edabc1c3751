package dev.ephemint.server.http.error;

import dev.ephemint.contract.model.ApiError;
import dev.ephemint.contract.model.ErrorResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A failure as it is answered.
 *
 * @param status HTTP status
 * @param type family of the failure
 * @param code the failure as a word for programs, or null
 * @param param the member at fault, in the shape that the caller used, or null
 * @param message what is wrong and, where somebody can mend it, how
 * @param headers beside those that every answer has
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

    /** The caller can mend it. */
    public static FailureResponse refusal(int status, @Nullable String code, String message) {
        return new FailureResponse(status, INVALID_REQUEST, code, message);
    }

    /** Nobody outside can mend it. */
    public static FailureResponse internal() {
        return new FailureResponse(500, "server_error", "internal_error", "Internal error.");
    }

    /** Another attempt reaches whoever comes after us. */
    public static FailureResponse stopping() {
        return new FailureResponse(503, "server_error", "stopping", "This service is stopping. Try again.");
    }

    public FailureResponse withParam(@Nullable String newParam) {
        return new FailureResponse(status, type, code, newParam, message, headers);
    }

    public FailureResponse withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new FailureResponse(status, type, code, param, message, more);
    }

    /** The envelope, with null where there is nothing to say: all four members are required. */
    public ErrorResponse body() {
        return new ErrorResponse()
                .error(new ApiError().message(message).type(type).param(param).code(code));
    }

    Response response() {
        Response.ResponseBuilder response =
                Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body());
        headers.forEach(response::header);
        return response.build();
    }
}
