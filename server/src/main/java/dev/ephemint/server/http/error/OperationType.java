package dev.ephemint.server.http.error;

import jakarta.ws.rs.container.ContainerRequestContext;

/** The media type of an operation's bodies. */
final class OperationType {

    private OperationType() {}

    static String of(ContainerRequestContext request) {
        return request.getUriInfo().getPath().endsWith("realtime/calls") ? "application/sdp" : "application/json";
    }
}
