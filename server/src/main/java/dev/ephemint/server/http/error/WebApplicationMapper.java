package dev.ephemint.server.http.error;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** Any other rejection by Jersey: its status and reason, in the envelope. */
final class WebApplicationMapper extends ErrorMapper<WebApplicationException> {

    private final UnexpectedMapper unexpected;

    WebApplicationMapper(UnexpectedMapper unexpected) {
        this.unexpected = unexpected;
    }

    @Override
    FailureResponse response(WebApplicationException rejected) {
        Response.StatusType status = rejected.getResponse().getStatusInfo();
        return status.getFamily() == Response.Status.Family.CLIENT_ERROR
                ? FailureResponse.invalidRequest(status.getStatusCode(), null, status.getReasonPhrase() + ".")
                : unexpected.response(rejected);
    }
}
