package dev.ephemint.server.sandbox;

/** A vendor as it was seen to answer. */
@FunctionalInterface
interface HttpEndpoint {

    VendorResponse respond(VendorRequest request);
}
