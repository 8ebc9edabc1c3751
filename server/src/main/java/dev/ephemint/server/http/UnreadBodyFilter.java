package dev.ephemint.server.http;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ResponseUtils;

/** Says that the connection will be closed where a body was left unread: the next request would drown in it. */
@Priority(2)
final class UnreadBodyFilter implements ContainerResponseFilter {

    @Inject
    private Provider<Request> jettyRequest;

    @Inject
    private Provider<Response> jettyResponse;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        ResponseUtils.ensureConsumeAvailableOrNotPersistent(jettyRequest.get(), jettyResponse.get());
    }
}
