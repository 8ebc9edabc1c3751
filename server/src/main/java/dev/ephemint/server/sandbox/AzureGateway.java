package dev.ephemint.server.sandbox;

import java.util.UUID;

/** Adds the headers of Azure's gateway: recorded on mints (2026-07-24) and on a refused handshake (2026-06-10). */
record AzureGateway(HttpEndpoint behind) implements HttpEndpoint {

    @Override
    public VendorResponse respond(VendorRequest request) {
        return stamped(behind.respond(request));
    }

    static VendorResponse stamped(VendorResponse response) {
        return response.with("apim-request-id", UUID.randomUUID().toString()).with("x-ms-region", "Sandbox");
    }
}
