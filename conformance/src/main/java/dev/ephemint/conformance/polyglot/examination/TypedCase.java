package dev.ephemint.conformance.polyglot.examination;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.polyglot.client.PolyglotFiles;
import java.util.List;

/**
 * A mint that each harness writes with its client's own types.
 *
 * @param request what is to arrive
 */
public record TypedCase(String name, JsonNode request) {
    private static final JsonNode RESPONSES = PolyglotFiles.json("responses.json");

    /** Those of {@code cases.json}. */
    public static List<TypedCase> all() {
        return PolyglotFiles.json("cases.json").properties().stream()
                .map(entry -> new TypedCase(entry.getKey(), entry.getValue()))
                .toList();
    }

    public boolean isFlat() {
        return name.equals("flat");
    }

    /** What a facade responds to it. */
    public JsonNode response() {
        return RESPONSES.get(isFlat() ? "flat" : request.at("/session/type").asText());
    }

    /** What a client in perfect order makes of this response. */
    public static ObjectNode facts(boolean flat, JsonNode response) {
        JsonNode secret = flat ? response.path("client_secret") : response;
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        facts.set("value", secret.path("value"));
        facts.set("expires_at", secret.path("expires_at"));
        facts.put("type", response.at("/session/type").asText("transcription"));
        facts.set("socket", response.at("/connect/websocket/url"));
        facts.set("read", response);
        return facts;
    }
}
