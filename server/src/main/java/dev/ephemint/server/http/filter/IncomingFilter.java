package dev.ephemint.server.http.filter;

import dev.ephemint.server.http.error.FailureResponse;
import dev.ephemint.server.http.error.RequestRejectedException;
import dev.ephemint.server.http.error.RequestedUrl;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/** Gives the request its id and start time, before anything can fail. */
@PreMatching
@Priority(0)
public final class IncomingFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        CurrentRequest.begin(request);
        RequestedUrl.remember(request);
        RequestId.since(Arrival.of(request)).attach(request);
        rejectUnreadableHeaders(request);
        rejectTransferCodings(request);
    }

    /** Jersey rejects them without any mapper while it looks for the resource, so they are parsed before that. */
    private static void rejectUnreadableHeaders(ContainerRequestContext request) {
        request.getMediaType();
        request.getAcceptableMediaTypes();
    }

    /** Jetty reads {@code gzip, chunked} as chunked, and what arrives is not what was sent (RFC 9112, 6.1: respond with 501). */
    private static void rejectTransferCodings(ContainerRequestContext request) {
        String codings = request.getHeaderString("transfer-encoding");
        if (codings != null && !codings.strip().equalsIgnoreCase("chunked")) {
            throw new RequestRejectedException(FailureResponse.invalidRequest(
                            501,
                            "unsupported_transfer_encoding",
                            "The only transfer coding that is supported is chunked.")
                    .withHeader("connection", "close"));
        }
    }
}
