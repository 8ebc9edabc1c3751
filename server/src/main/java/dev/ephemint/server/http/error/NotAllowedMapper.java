package dev.ephemint.server.http.error;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A method that the path does not have. */
final class NotAllowedMapper extends ErrorMapper<NotAllowedException> {

    @Inject
    private Provider<ContainerRequestContext> request;

    @Override
    FailureResponse response(NotAllowedException rejected) {
        return FailureResponse.invalidRequest(
                        405, null, "Invalid method for URL (" + RequestedUrl.of(request.get()) + ")")
                .withHeader("allow", allowed(rejected.getResponse().getHeaderString(HttpHeaders.ALLOW)));
    }

    /** Jersey lists OPTIONS with every path, and no path has it. */
    private static String allowed(String listed) {
        return Arrays.stream(listed.split(",", -1))
                .map(String::strip)
                .filter(method -> !method.equals(HttpMethod.OPTIONS))
                .collect(Collectors.joining(", "));
    }
}
