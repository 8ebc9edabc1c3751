package dev.ephemint.server.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.MintRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The GA socket's query. A transcription socket takes {@code intent=transcription} and never {@code model}: OpenAI
 * closes it with 4000 ({@code invalid_model}, 2026-06-11), Azure refuses the handshake with 400 (2026-06-10).
 */
public final class SocketQuery {

    private SocketQuery() {}

    /** The query for a session; empty if none is known. */
    public static String of(MintRequest request, ObjectNode response) {
        if (request.isTranscription()) {
            return "?intent=transcription";
        }
        JsonNode minted = response.at("/session/model");
        return request.sessionModel()
                .or(() -> Optional.ofNullable(minted.textValue()))
                .map(model -> "?model=" + URLEncoder.encode(model, StandardCharsets.UTF_8))
                .orElse("");
    }
}
