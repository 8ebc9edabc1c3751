package dev.ephemint.server.sandbox.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.wire.Json;
import dev.ephemint.server.sandbox.wire.TokenRegistry;
import java.time.Duration;

/** A mint in the flat shape. */
public record FlatMint(TokenRegistry tokens, Duration lifetime) {

    /** The response to an accepted body. */
    public ObjectNode mint(ObjectNode body) {
        ObjectNode response = FlatEcho.session(body, "sess_" + tokens.hex(11));
        long seconds = body.at("/client_secret/expires_after/seconds").asLong(lifetime.toSeconds());
        TokenRegistry.Token token = tokens.issue(Duration.ofSeconds(seconds), response);
        return response.set(
                "client_secret", Json.object().put("value", token.value()).put("expires_at", token.expiresAt()));
    }
}
