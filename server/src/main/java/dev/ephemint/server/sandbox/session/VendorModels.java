package dev.ephemint.server.sandbox.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.sandbox.wire.RejectedException;

/** A vendor's models and their limits: the sandbox's own table, shared with nothing in the service. */
public interface VendorModels {

    /** The path of the transcription settings in a session. */
    String PATH = "session.audio.input.transcription.";

    /**
     * Checks a session that a mint or an update requests.
     *
     * @param requested the requested session, whose shape is valid
     * @param inForce the session that an update changes; a missing node at the mint
     * @throws RefusedException in the vendor's words
     */
    void check(JsonNode requested, JsonNode inForce);

    /** By a model's or a deployment's name. */
    ModelBehaviour of(String name);

    /** Those of the flat beta, of whose models no limits were published. */
    static VendorModels ofBeta() {
        return new VendorModels() {
            @Override
            public void check(JsonNode requested, JsonNode inForce) {}

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
