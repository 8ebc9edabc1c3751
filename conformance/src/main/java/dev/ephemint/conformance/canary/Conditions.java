package dev.ephemint.conformance.canary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an object needs for one value of its {@code type}, as {@code if}, {@code then} and {@code else} of its schema say. */
final class Conditions {

    private Conditions() {}

    /** The further schema, by the value of {@code type}. */
    static Map<String, JsonNode> of(JsonNode schema) {
        Map<String, JsonNode> conditions = new LinkedHashMap<>();
        for (JsonNode rest = schema; rest.has("if"); rest = rest.path("else")) {
            conditions.put(rest.at("/if/properties/type/const").textValue(), rest.path("then"));
        }
        return conditions;
    }
}
