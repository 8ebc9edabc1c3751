package dev.ephemint.conformance.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A body in which one member has one form.
 *
 * @param member path of the member: {@code session.tools[0].name}
 * @param form distinguishes several values of a union; 0 for the first
 */
record Draft(String member, Variant variant, int form, JsonNode body) {
    /** Of this model nothing is known, so no rule about models applies. */
    static final String MODEL = "example-model";

    /** The same with this name for every model. */
    Draft withModel(String model) {
        JsonNode copy = body.deepCopy();
        for (JsonNode parent : copy.findParents("model")) {
            if (!parent.path("model").asText("").isEmpty()) {
                ((ObjectNode) parent).put("model", model);
            }
        }
        return new Draft(member, variant, form, copy);
    }

    String name() {
        return member + " " + variant + (form == 0 ? "" : " " + (form + 1));
    }
}
