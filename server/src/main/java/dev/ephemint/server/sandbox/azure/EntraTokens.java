package dev.ephemint.server.sandbox.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.sandbox.wire.Json;
import dev.ephemint.server.sandbox.wire.TokenRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Imitations of Entra tokens: in their form, with audience, expiry and owner, but unsigned.
 *
 * @param current for {@code https://ai.azure.com}, which Microsoft's pages of 2026 name
 * @param older for {@code https://cognitiveservices.azure.com}, the one before
 */
public record EntraTokens(Secret current, Secret older) {

    private static final String CURRENT = "https://ai.azure.com";
    private static final String OLDER = "https://cognitiveservices.azure.com";

    public static EntraTokens issuedBy(TokenRegistry registry) {
        return new EntraTokens(token(CURRENT, registry), token(OLDER, registry));
    }

    /** The token of a scope; empty if it is not a documented one. */
    public Optional<Secret> of(String scope) {
        return switch (scope) {
            case CURRENT + "/.default" -> Optional.of(current);
            case OLDER + "/.default" -> Optional.of(older);
            default -> Optional.empty();
        };
    }

    private static Secret token(String audience, TokenRegistry registry) {
        ObjectNode claims = Json.object()
                .put("aud", audience)
                .put("exp", registry.endOf(Duration.ofHours(1)))
                .put("oid", UUID.randomUUID().toString())
                .put("jti", registry.hex(24));
        return new Secret(part("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + part(claims.toString()) + "."
                + part("unsigned, for the sandbox"));
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
