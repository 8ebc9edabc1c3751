package dev.ephemint.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;

/**
 * Names a model if a flat request names none: the beta had a default of its own, GA transcribes nothing without one.
 * A transcription that is null was switched off on purpose and stays so.
 */
record DefaultModel(String name) {

    private static final String INPUT = "/session/audio/input";
    private static final String PARAM = "session.audio.input.transcription.model";

    MintRequest fillIn(MintRequest request) {
        if (request.at(INPUT + "/transcription").isNull()
                || request.at(INPUT + "/transcription").has("model")) {
            return request;
        }
        ObjectNode body = request.copyOfBody();
        body.withObject(INPUT).withObject("/transcription").put("model", name);
        return request.withBody(body)
                .withWarning(new MintWarning(
                        "default_model", "The request named no model; '" + name + "' was used.", PARAM));
    }
}
