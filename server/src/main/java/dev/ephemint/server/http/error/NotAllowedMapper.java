package dev.ephemint.server.http.error;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

/** A method that the path does not take. */
final class NotAllowedMapper extends ErrorMapper<NotAllowedException> {

    @Inject
    private Provider<ContainerRequestContext> request;

    @Override
    ErrorAnswer answer(NotAllowedException refused) {
        String allowed = refused.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return ErrorAnswer.refusal(405, null, "Invalid method for URL (" + RequestedUrl.of(request.get()) + ")")
                .withHeader("allow", allowed);
    }
}
