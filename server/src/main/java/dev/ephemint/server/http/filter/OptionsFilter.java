package dev.ephemint.server.http.filter;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;

/**
 * Rejects OPTIONS, which the contract does not have. Jersey would respond with 200 and a text on its own, and a browser's
 * preflight from an origin that is not listed is to fail.
 */
public final class OptionsFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMethod().equals(HttpMethod.OPTIONS)) {
            Resource matched = ((ExtendedUriInfo) request.getUriInfo()).getMatchedModelResource();
            throw new NotAllowedException(matched.getResourceMethods().stream()
                    .map(ResourceMethod::getHttpMethod)
                    .distinct()
                    .collect(Collectors.joining(",")));
        }
    }
}
