package dev.ephemint.conformance.canary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requirements that depend on {@code type}: the {@code if}, {@code then} and {@code else} of a schema. */
public final class TypeConditions {

    private TypeConditions() {}

    /** The additional schema, by the value of {@code type}. */
    public static Map<String, JsonNode> of(JsonNode schema) {
        Map<String, JsonNode> conditions = new LinkedHashMap<>();
        for (JsonNode rest = schema; rest.has("if"); rest = rest.path("else")) {
            conditions.put(rest.at("/if/properties/type/const").textValue(), rest.path("then"));
        }
        return conditions;
    }
}
