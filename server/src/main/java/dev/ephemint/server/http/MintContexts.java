package dev.ephemint.server.http;

import dev.ephemint.server.http.filter.CallerFilter;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.Operation;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

/** Reads from a request what policies decide by. */
final class MintContexts {

    private MintContexts() {}

    static MintContext of(ContainerRequestContext request, Operation operation) {
        return new MintContext(
                CallerFilter.callerOf(request),
                operation,
                header(request, "origin"),
                header(request, "idempotency-key"),
                Deadline.none());
    }

    private static Optional<String> header(ContainerRequestContext request, String name) {
        return Optional.ofNullable(request.getHeaderString(name)).filter(value -> !value.isBlank());
    }
}
