package dev.ephemint.server.sandbox.wire;

/** A vendor as it was seen to answer. */
@FunctionalInterface
public interface HttpEndpoint {

    VendorResponse respond(VendorRequest request);
}
