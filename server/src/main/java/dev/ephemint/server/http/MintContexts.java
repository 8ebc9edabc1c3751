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
import org.jspecify.annotations.Nullable;

/**
 * Reads from a request what policies decide by.
 *
 * @param timeout for a request, from its arrival to its response
 */
record MintContexts(Duration timeout) {

    MintContext of(ContainerRequestContext request, Operation operation, @Nullable String idempotencyKey) {
        return new MintContext(
                        CallerFilter.callerOf(request),
                        operation,
                        origin(request),
                        Optional.ofNullable(idempotencyKey),
                        Deadline.after(RequestId.of(request).begun(), timeout),
                        Arrival.caller(request))
                .withSealed(CallerFilter.sealedOf(request));
    }

    private static Optional<String> origin(ContainerRequestContext request) {
        return Optional.ofNullable(request.getHeaderString("origin")).filter(value -> !value.isBlank());
    }
}
