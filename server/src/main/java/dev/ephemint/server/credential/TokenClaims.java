package dev.ephemint.server.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.contract.ContractJson;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/**
 * Claims of an Entra token, read and not verified. Such a token is opaque to all but its audience (Microsoft's reference
 * of access tokens), so a claim that cannot be read is absent.
 */
record TokenClaims(Optional<String> audience, Optional<String> objectId) {

    static TokenClaims of(String token) {
        JsonNode claims = payload(token.split("\\.", -1));
        JsonNode audience = claims.path("aud");
        return new TokenClaims(text(audience.isArray() ? audience.path(0) : audience), text(claims.path("oid")));
    }

    private static JsonNode payload(String[] parts) {
        try {
            return ContractJson.mapper().readTree(Base64.getUrlDecoder().decode(parts[1 % parts.length]));
        } catch (IOException | IllegalArgumentException opaque) {
            return MissingNode.getInstance();
        }
    }

    /** Identifiers and addresses only: a claim can hold anything. */
    private static Optional<String> text(JsonNode claim) {
        return Optional.ofNullable(claim.textValue()).filter(text -> text.matches("[\\w:/.-]{1,200}"));
    }
}
