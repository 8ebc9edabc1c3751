package dev.ephemint.server.sandbox.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.sandbox.wire.RejectedException;

/** What a vendor does with its models: the sandbox's own table, which shares nothing with the service's model rules. */
public interface VendorModels {

    /** Where a session names the model that transcribes. */
    String PATH = "session.audio.input.transcription.";

    /**
     * Judges a session that a mint or an update asks for.
     *
     * @param asked the session asked for, of which the shape is right
     * @param inForce the session that an update changes; a missing node at the mint
     * @throws RefusedException in the vendor's words
     */
    void check(JsonNode asked, JsonNode inForce);

    /** By a model's or a deployment's name. */
    ModelBehaviour of(String name);

    /** Those of the flat beta, of whose models no limits were published. */
    static VendorModels ofBeta() {
        return new VendorModels() {
            @Override
            public void check(JsonNode asked, JsonNode inForce) {}

            @Override
            public ModelBehaviour of(String name) {
                return ModelBehaviour.of(name);
            }
        };
    }

    static RejectedException notSupported(String member) {
        return new RejectedException(
                "The '" + member + "' parameter is not supported for this model.", "invalid_value", PATH + member);
    }
}
