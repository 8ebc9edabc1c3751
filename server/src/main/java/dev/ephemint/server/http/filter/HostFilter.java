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
 * Rejects unknown Host names. A foreign page can have its own name resolve to 127.0.0.1 (DNS rebinding) and would then
 * mint here from the browser of its visitor.
 */
@PreMatching
@Priority(1)
public final class HostFilter implements ContainerRequestFilter {

    private static final FailureResponse FORBIDDEN = FailureResponse.invalidRequest(
            403, "host_not_allowed", "Host not allowed; add it to server.allowed-hosts.");

    private final Predicate<String> allowed;

    public HostFilter(Predicate<String> allowed) {
        this.allowed = allowed;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String host = Objects.requireNonNullElse(request.getHeaderString(HttpHeaders.HOST), "");
        if (!allowed.test(withoutPort(host))) {
            throw new RequestRejectedException(FORBIDDEN);
        }
    }

    private static String withoutPort(String host) {
        int end = host.length();
        while (end > 0 && host.charAt(end - 1) >= '0' && host.charAt(end - 1) <= '9') {
            end--;
        }
        return end > 0 && host.charAt(end - 1) == ':' ? host.substring(0, end - 1) : host;
    }
}
