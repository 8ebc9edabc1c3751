package dev.ephemint.conformance.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Follows the local references of one document. */
public final class References {
    private final JsonNode document;

    public References(JsonNode document) {
        this.document = document;
    }

    /** The node with its reference, if it has one, replaced by what it points to; what stands beside it stays. */
    public JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path("$ref");
        if (!reference.isTextual()) {
            return node;
        }
        JsonNode target = document.at(reference.textValue().substring(1));
        if (target.isMissingNode()) {
            throw new IllegalArgumentException("dangling reference " + reference.textValue());
        }
        ObjectNode merged = resolve(target).deepCopy();
        node.properties().forEach(entry -> {
            if (!entry.getKey().equals("$ref")) {
                merged.set(entry.getKey(), entry.getValue());
            }
        });
        return merged;
    }
}
