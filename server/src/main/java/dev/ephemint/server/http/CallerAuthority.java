package dev.ephemint.server.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.regex.Pattern;

/** Host and port by which a caller reached this service. */
final class CallerAuthority {

    private static final Pattern FORM =
            Pattern.compile("(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?");

    private CallerAuthority() {}

    /** Empty if the request's {@code Host} has another form. */
    static Optional<String> of(ContainerRequestContext request) {
        return Optional.ofNullable(request.getHeaderString(HttpHeaders.HOST))
                .filter(host -> FORM.matcher(host).matches());
    }
}
