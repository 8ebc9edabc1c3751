package dev.ephemint.server.http;

import dev.ephemint.server.http.filter.Arrival;
import dev.ephemint.server.http.filter.CallerFilter;
import dev.ephemint.server.http.filter.RequestId;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.Operation;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads from a request what policies decide by.
 *
 * @param timeout for a request, from its arrival to its response
 */
record MintContexts(Duration timeout) {

    MintContext of(ContainerRequestContext request, Operation operation) {
        return new MintContext(
                CallerFilter.callerOf(request),
                operation,
                header(request, "origin"),
                header(request, "idempotency-key"),
                Deadline.after(RequestId.of(request).begun(), timeout),
                Arrival.caller(request));
    }

    private static Optional<String> header(ContainerRequestContext request, String name) {
        return Optional.ofNullable(request.getHeaderString(name)).filter(value -> !value.isBlank());
    }
}
