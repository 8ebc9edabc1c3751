package dev.ephemint.server.sandbox.azure;

import dev.ephemint.server.sandbox.wire.HttpEndpoint;
import dev.ephemint.server.sandbox.wire.VendorRequest;
import dev.ephemint.server.sandbox.wire.VendorResponse;
import java.util.UUID;

/** Adds the headers of Azure's gateway: recorded on mints (2026-07-24) and on a rejected handshake (2026-06-10). */
public record AzureGateway(HttpEndpoint behind) implements HttpEndpoint {

    @Override
    public VendorResponse respond(VendorRequest request) {
        return stamped(behind.respond(request));
    }

    public static VendorResponse stamped(VendorResponse response) {
        return response.with("apim-request-id", UUID.randomUUID().toString()).with("x-ms-region", "Sandbox");
    }
}
