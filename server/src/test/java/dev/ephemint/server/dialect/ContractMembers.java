package dev.ephemint.server.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The paths of a schema's members, objects followed, arrays and unions of scalars taken as leaves. */
public record ContractMembers(JsonNode schemas) {

    /** {@code session} says which of the union's members to follow. */
    public List<String> of(String schema, String session) {
        List<String> paths = new ArrayList<>();
        collect("", schemas.get(schema), session, paths);
        return paths;
    }

    private void collect(String path, JsonNode schema, String session, List<String> paths) {
        JsonNode object = object(schema, session);
        JsonNode properties = object.path("properties");
        if (properties.isEmpty()) {
            paths.add(path);
            return;
        }
        properties.properties().forEach(member -> {
            String below = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
            collect(below, member.getValue(), session, paths);
        });
    }

    private JsonNode object(JsonNode schema, String session) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").textValue().replaceFirst(".*/", "");
            return object(schemas.get(name.equals("SessionRequest") ? session : name), session);
        }
        for (String nullable : List.of("anyOf", "oneOf", "allOf")) {
            List<JsonNode> branches = StreamSupport.stream(schema.path(nullable).spliterator(), false)
                    .filter(branch -> !branch.path("type").asText("").equals("null"))
                    .toList();
            if (branches.size() == 1) {
                return object(branches.get(0), session);
            }
        }
        return schema;
    }
}
