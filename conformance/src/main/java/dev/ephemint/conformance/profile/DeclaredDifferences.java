package dev.ephemint.conformance.profile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a gateway may change in the vendor's response: what it declares, and no more. */
final class DeclaredDifferences {
    private static final List<JsonPointer> TOKENS =
            List.of(JsonPointer.compile("/value"), JsonPointer.compile("/client_secret/value"));

    private DeclaredDifferences() {}

    /** The response without them: no connection hints, and the vendor's token in place of the gateway's own. */
    static JsonNode undo(Profile profile, JsonNode response, JsonNode vendors) {
        JsonNode undone = response.deepCopy();
        if (profile.has(Feature.CONNECT) && undone instanceof ObjectNode object) {
            object.remove("connect");
        }
        if (profile.has(Feature.OWN_TOKEN)) {
            TOKENS.forEach(token -> restore(token, undone, vendors));
        }
        return undone;
    }

    private static void restore(JsonPointer token, JsonNode response, JsonNode vendors) {
        boolean replaced = vendors.at(token).isTextual()
                && response.at(token).isTextual()
                && !response.at(token).textValue().isBlank();
        if (replaced && response.at(token.head()) instanceof ObjectNode parent) {
            parent.set(token.last().getMatchingProperty(), vendors.at(token));
        }
    }
}
