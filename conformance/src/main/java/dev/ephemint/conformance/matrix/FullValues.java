package dev.ephemint.conformance.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.canary.Samples;
import dev.ephemint.conformance.canary.Schemas;
import java.util.List;

/** Creates a value with every member that a schema names. */
final class FullValues {
    private static final String PREFERRED = "transcription";

    private final Schemas schemas;
    private final Samples samples;

    FullValues(Schemas schemas, Samples samples) {
        this.schemas = schemas;
        this.samples = samples;
    }

    JsonNode of(JsonNode schema) {
        return ofBranch(branch(schema));
    }

    /** @param branch a schema without a union at its top */
    JsonNode ofBranch(JsonNode branch) {
        JsonNode resolved = schemas.resolve(branch);
        if (resolved.has("properties")) {
            return object(resolved);
        }
        if (resolved.path("additionalProperties").has("$ref")
                || resolved.path("additionalProperties").has("type")) {
            ObjectNode map = JsonNodeFactory.instance.objectNode();
            return map.set("name", of(resolved.get("additionalProperties")));
        }
        if (resolved.has("items")) {
            return JsonNodeFactory.instance.arrayNode().add(of(resolved.get("items")));
        }
        return samples.of(resolved);
    }

    ObjectNode object(JsonNode branch) {
        ObjectNode object = samples.object(branch);
        branch.path("properties").properties().forEach(member -> {
            if (!object.has(member.getKey())) {
                object.set(member.getKey(), of(member.getValue()));
            }
        });
        return object;
    }

    /** The branch of a transcription session, or the first one with members, or the first one. */
    private JsonNode branch(JsonNode schema) {
        List<JsonNode> branches = schemas.branches(schema);
        return branches.stream()
                .filter(branch -> branch.at("/properties/type/const").asText().equals(PREFERRED))
                .findFirst()
                .or(() -> branches.stream()
                        .filter(branch -> branch.has("properties"))
                        .findFirst())
                .orElseGet(() -> branches.get(0));
    }
}
