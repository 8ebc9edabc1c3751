package dev.ephemint.server.sandbox.wire;

/** A vendor's HTTP, as it was recorded. */
@FunctionalInterface
public interface HttpEndpoint {

    VendorResponse respond(VendorRequest request);
}
