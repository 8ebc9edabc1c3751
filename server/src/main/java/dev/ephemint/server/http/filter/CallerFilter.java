package dev.ephemint.server.http.filter;

import dev.ephemint.server.caller.CallerCheck;
import dev.ephemint.server.caller.CallerRefusedException;
import dev.ephemint.server.caller.ShownCredentials;
import dev.ephemint.server.http.error.CallerRefusals;
import dev.ephemint.server.http.error.RequestRejectedException;
import dev.ephemint.server.mint.Caller;
import dev.ephemint.server.mint.Secret;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;

/** Identifies the caller of a request before its body is read, and rejects it otherwise. */
@Priority(Priorities.AUTHENTICATION)
public final class CallerFilter implements ContainerRequestFilter {

    private static final String PROPERTY = CallerFilter.class.getName();
    private static final String SEALED = PROPERTY + ".sealed";

    private final CallerCheck callers;

    CallerFilter(CallerCheck callers) {
        this.callers = callers;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        ShownCredentials shown = new ShownCredentials(
                all(request, HttpHeaders.AUTHORIZATION), all(request, "api-key"), ClientCertificate.of(request));
        try {
            request.setProperty(PROPERTY, callers.check(shown));
            shown.sealed().ifPresent(token -> request.setProperty(SEALED, token));
        } catch (CallerRefusedException refused) {
            throw new RequestRejectedException(CallerRefusals.of(refused.refusal()));
        }
    }

    private static List<String> all(ContainerRequestContext request, String header) {
        List<String> values = request.getHeaders().get(header);
        return values == null ? List.of() : values;
    }

    /** The sealed token by which a request passed the filter. */
    public static Optional<Secret> sealedOf(ContainerRequestContext request) {
        return request.getProperty(SEALED) instanceof Secret token ? Optional.of(token) : Optional.empty();
    }

    /** The caller of a request that passed the filter. */
    public static Caller callerOf(ContainerRequestContext request) {
        if (request.getProperty(PROPERTY) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("no caller was checked");
    }
}
