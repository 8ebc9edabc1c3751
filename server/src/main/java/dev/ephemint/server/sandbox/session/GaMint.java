package dev.ephemint.server.sandbox.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.wire.Json;
import dev.ephemint.server.sandbox.wire.TokenRegistry;
import java.time.Duration;

/** A mint in the nested shape. */
public record GaMint(TokenRegistry tokens, Duration lifetime) {

    /** The response to an accepted body. */
    public ObjectNode mint(ObjectNode body) {
        long seconds = body.at("/expires_after/seconds").asLong(lifetime.toSeconds());
        ObjectNode session = GaEcho.session(body.path("session"), "sess_" + tokens.hex(11));
        TokenRegistry.Token token = tokens.issue(Duration.ofSeconds(seconds), session);
        ObjectNode response = Json.object().put("value", token.value()).put("expires_at", token.expiresAt());
        return response.set("session", session);
    }
}
