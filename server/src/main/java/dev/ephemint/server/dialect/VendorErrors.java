package dev.ephemint.server.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ErrorEnvelope;
import dev.ephemint.server.mint.VendorError;
import java.util.Objects;

/** Reads a vendor's error, from a reply or an event. */
public final class VendorErrors {

    private static final String NO_TEXT = "The vendor gave no reason.";

    private VendorErrors() {}

    /** The error in a reply that is no success. */
    public static VendorError of(UpstreamReply reply) {
        return read(reply.json());
    }

    /** The error of an event: the event itself, or its {@code error}. */
    public static VendorError read(JsonNode body) {
        ErrorEnvelope error = ErrorEnvelope.ofVendor(body);
        return new VendorError(error.code(), error.param(), Objects.requireNonNullElse(error.message(), NO_TEXT));
    }
}
