package dev.ephemint.conformance.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.http.NoResponseException;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.tape.InvalidTapeException;

/** Sends requests to a vendor, one after the other, and makes a tape of each. */
public final class Recorder {
    private final VendorCall vendor;
    private final TapeComposer composer;

    public Recorder(VendorCall vendor, TapeComposer composer) {
        this.vendor = vendor;
        this.composer = composer;
    }

    /**
     * The tape of one exchange.
     *
     * @throws NoResponseException if the vendor did not respond in full
     * @throws SuspectedSecretException if the tape would hold what looks like a credential
     * @throws InvalidTapeException if no reader would take the tape
     */
    public ComposedTape record(TargetDialect dialect, String name, String note, String target, JsonNode body) {
        Captured captured = vendor.post(target, ExactJson.write(body));
        ComposedTape tape = composer.compose(dialect, name, note, captured);
        tape.tape();
        return tape;
    }
}
