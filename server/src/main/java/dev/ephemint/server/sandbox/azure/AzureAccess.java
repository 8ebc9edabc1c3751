package dev.ephemint.server.sandbox.azure;

import dev.ephemint.server.sandbox.wire.VendorRequest;
import dev.ephemint.server.sandbox.wire.VendorResponse;
import java.util.Optional;

/** Decides whether Azure accepts a request's standing credential. */
public interface AzureAccess {

    /** The response to an API key that is not accepted; empty if it is. */
    Optional<VendorResponse> rejectionOfKey(String sent);

    /** The response to a bearer token that is missing or not accepted; empty if it is. */
    Optional<VendorResponse> rejectionOfToken(Optional<String> sent);

    default Optional<VendorResponse> rejection(VendorRequest request) {
        return request.header("api-key").map(this::rejectionOfKey).orElseGet(() -> rejectionOfToken(request.bearer()));
    }

    /** On a socket the key may stand in the query too (101 on 2026-06-10); as a subprotocol it was rejected with 401. */
    default Optional<VendorResponse> rejectionOfSocket(VendorRequest request) {
        return request.parameter("api-key").map(this::rejectionOfKey).orElseGet(() -> rejection(request));
    }
}
