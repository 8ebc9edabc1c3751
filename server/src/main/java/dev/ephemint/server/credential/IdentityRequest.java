package dev.ephemint.server.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks OpenAI for an access token in exchange for an identity token.
 *
 * <p>OpenAI's reference "Workload identity token exchange" (developers.openai.com, read 2026-11-26) has the members of the
 * request; {@code access_token} and {@code expires_in} of the response are RFC 8693's, and the official Python SDK requires both.
 *
 * @param tokenFile holds the identity token, which its issuer replaces: it is read for each request
 * @param tokenType {@code jwt} or {@code id_token}
 */
public record IdentityRequest(
        URI tokenUrl, Path tokenFile, String tokenType, String identityProviderId, String serviceAccountId) {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String TYPE = "urn:ietf:params:oauth:token-type:";

    /** An access token, and how long it is valid. */
    record Granted(Secret token, Duration life) {}

    /** The identity token; empty if the file holds none. */
    Optional<Secret> identity() {
        try {
            return Optional.of(Files.readString(tokenFile).strip())
                    .filter(text -> text.matches("[!-~]+"))
                    .map(Secret::new);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    UpstreamCall call(Secret identity) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("grant_type", GRANT);
        body.put("subject_token_type", TYPE + tokenType);
        body.put("subject_token", identity.reveal());
        body.put("identity_provider_id", identityProviderId);
        body.put("service_account_id", serviceAccountId);
        return new UpstreamCall(tokenUrl, body);
    }

    /** The access token; empty if the response holds none that can be sent, or no time that it is valid. */
    static Optional<Granted> granted(UpstreamReply reply) {
        JsonNode body = reply.status() == 200 ? parse(reply.body()) : MissingNode.getInstance();
        String token = body.path("access_token").asText("");
        long seconds =
                body.path("expires_in").isNumber() ? body.path("expires_in").asLong() : 0;
        return token.matches("[!-~]+") && seconds > 0
                ? Optional.of(new Granted(new Secret(token), Duration.ofSeconds(seconds)))
                : Optional.empty();
    }

    private static JsonNode parse(String text) {
        try {
            return ContractJson.mapper().readTree(text);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
