package dev.ephemint.conformance.diff.published;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.diff.schema.Prose;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a document says of one member, all forms of a union together.
 *
 * @param types JSON types, null included
 * @param values the listed or known values
 * @param limits limits and the default, by keyword
 */
record MemberFacts(Set<String> types, Set<String> values, Map<String, String> limits) {
    private static final Set<String> LIMITS =
            Set.of("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern");

    static MemberFacts none() {
        return new MemberFacts(new TreeSet<>(), new TreeSet<>(), new TreeMap<>());
    }

    void add(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.textValue());
        }
        type.forEach(one -> types.add(one.asText()));
        if (schema.path("nullable").asBoolean()) {
            types.add("null");
        }
        schema.path("enum").forEach(value -> values.add(value.asText()));
        if (schema.has("const")) {
            values.add(schema.get("const").asText());
        }
        String description = schema.path("description").asText();
        values.addAll(Prose.knownValues(description));
        LIMITS.stream()
                .filter(schema::has)
                .forEach(keyword -> limits.put(keyword, schema.get(keyword).asText()));
        Set<String> defaults =
                schema.has("default") ? Set.of(schema.get("default").asText()) : Prose.defaults(description);
        defaults.stream().filter(value -> !value.contains(" ")).forEach(value -> limits.put("default", value));
    }
}
