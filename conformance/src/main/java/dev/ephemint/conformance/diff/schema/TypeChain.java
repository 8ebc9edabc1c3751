package dev.ephemint.conformance.diff.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The {@code if}, {@code then} and {@code else} of a schema, as far as they go by the constant value of {@code type}.
 *
 * @param schemas what else holds, by the value of {@code type}
 * @param steps place of each, below the schema
 * @param rest the first condition of another form; missing if there is none
 */
record TypeChain(Map<String, JsonNode> schemas, Map<String, String> steps, JsonNode rest) {

    static TypeChain of(JsonNode schema) {
        Map<String, JsonNode> schemas = new LinkedHashMap<>();
        Map<String, String> steps = new LinkedHashMap<>();
        JsonNode rest = schema;
        String step = "";
        while (rest.has("if") && rest.at("/if/properties/type/const").isTextual() && rest.has("then")) {
            String type = rest.at("/if/properties/type/const").textValue();
            schemas.put(type, rest.get("then"));
            steps.put(type, step + "then");
            rest = rest.path("else");
            step += "else/";
        }
        return new TypeChain(schemas, steps, rest.path("if"));
    }

    JsonNode schema(String type) {
        return schemas.getOrDefault(type, MissingNode.getInstance());
    }

    String step(String type) {
        return steps.getOrDefault(type, "then");
    }
}
