package dev.ephemint.server.http.error;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.container.ContainerRequestContext;

/** An Accept header that excludes the type of the response. */
final class NotAcceptableMapper extends ErrorMapper<NotAcceptableException> {

    @Inject
    private Provider<ContainerRequestContext> request;

    @Override
    FailureResponse response(NotAcceptableException rejected) {
        return FailureResponse.invalidRequest(
                406,
                null,
                "The response is " + OperationType.of(request.get()) + ", which the Accept header leaves out.");
    }
}
