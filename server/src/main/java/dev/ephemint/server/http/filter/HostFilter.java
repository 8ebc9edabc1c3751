package dev.ephemint.server.http.filter;

import dev.ephemint.server.http.error.FailureResponse;
import dev.ephemint.server.http.error.RequestRejectedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Answers only to names that are ours. A page of a stranger's can have its own name resolve to 127.0.0.1 (DNS
 * rebinding) and would then mint here from the browser of whoever looks at it.
 */
@PreMatching
@Priority(1)
public final class HostFilter implements ContainerRequestFilter {

    private static final FailureResponse FORBIDDEN = FailureResponse.refusal(
            403, "host_not_allowed", "This service does not answer to that Host. Add it to server.allowed-hosts.");

    private final Predicate<String> ours;

    public HostFilter(Predicate<String> ours) {
        this.ours = ours;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String host = Objects.requireNonNullElse(request.getHeaderString(HttpHeaders.HOST), "");
        if (!ours.test(host.replaceFirst(":\\d*$", ""))) {
            throw new RequestRejectedException(FORBIDDEN);
        }
    }
}
