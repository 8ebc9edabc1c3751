package dev.ephemint.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Validates values against schemas of one OpenAPI 3.1 document, as plain JSON Schema 2020-12. */
public final class SchemaValidator {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    public SchemaValidator(JsonNode document) {
        this.document = document;
    }

    /** Empty if the value conforms. */
    public List<SchemaViolation> violations(JsonNode schema, JsonNode value) {
        if (schema.isMissingNode()) {
            throw new IllegalArgumentException("no schema");
        }
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(SchemaValidator::violation)
                .toList();
    }

    private static SchemaViolation violation(Error error) {
        String place = error.getInstanceLocation().toString();
        boolean missing = error.getKeyword().equals("required");
        return new SchemaViolation(missing ? place + "/" + error.getProperty() : place, error.getMessage());
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", document.path("components"));
        return REGISTRY.getSchema(whole);
    }
}
