package dev.ephemint.server.http.error;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;

/** An unknown path, in OpenAI's words (404 responses of 2026-06). */
final class NotFoundMapper extends ErrorMapper<NotFoundException> {

    @Inject
    private Provider<ContainerRequestContext> request;

    @Override
    FailureResponse response(NotFoundException missing) {
        return FailureResponse.invalidRequest(404, null, "Invalid URL (" + RequestedUrl.of(request.get()) + ")");
    }
}
