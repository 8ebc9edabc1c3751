package dev.ephemint.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.json.References;
import java.util.List;
import java.util.stream.StreamSupport;

/** Validates an event against the schema of its type, so that violations refer to one schema and not to a union. */
public final class EventSchemas {
    private final JsonNode components;
    private final References references;
    private final SchemaValidator schemas;

    private EventSchemas(JsonNode document, SchemaValidator schemas) {
        this.components = document.path("components").path("schemas");
        this.references = new References(document);
        this.schemas = schemas;
    }

    public static EventSchemas of(DialectContract document) {
        return new EventSchemas(document.events(), new SchemaValidator(document.events()));
    }

    /** The same for incomplete events: no member is required, and a value may match several branches of a union. */
    public static EventSchemas forParts(DialectContract document) {
        ObjectNode tree = document.events().deepCopy();
        loosen(tree.path("components").path("schemas"));
        return new EventSchemas(document.events(), new SchemaValidator(tree));
    }

    /**
     * Empty if the event conforms.
     *
     * @param union {@code ServerEvent} or {@code ClientEvent}
     */
    public List<SchemaViolation> violations(String union, JsonNode event) {
        JsonNode branches = components.path(union).path("oneOf");
        JsonNode unknown = branches.path(branches.size() - 1);
        JsonNode schema = StreamSupport.stream(branches.spliterator(), false)
                .filter(branch -> type(branch).equals(event.path("type")))
                .findFirst()
                .orElse(unknown);
        return schemas.violations(schema, event);
    }

    private JsonNode type(JsonNode branch) {
        return references.resolve(branch).at("/properties/type/const");
    }

    private static void loosen(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            if (object.path("required").isArray()) {
                object.remove("required");
            }
            if (object.has("oneOf")) {
                object.set("anyOf", object.remove("oneOf"));
            }
        }
        schema.forEach(EventSchemas::loosen);
    }
}
