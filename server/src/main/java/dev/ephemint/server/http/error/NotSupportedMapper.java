package dev.ephemint.server.http.error;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;

/** A body that is not declared as what the operation accepts. */
final class NotSupportedMapper extends ErrorMapper<NotSupportedException> {

    @Inject
    private Provider<ContainerRequestContext> request;

    @Override
    FailureResponse response(NotSupportedException rejected) {
        return FailureResponse.invalidRequest(
                415,
                "unsupported_media_type",
                "The body of the request must be " + OperationType.of(request.get()) + ".");
    }
}
