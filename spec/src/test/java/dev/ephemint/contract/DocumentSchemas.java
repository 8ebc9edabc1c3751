package dev.ephemint.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of one document as any validator of JSON Schema 2020-12 reads them. */
final class DocumentSchemas {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    DocumentSchemas(JsonNode document) {
        this.document = document;
    }

    /** Empty if the value conforms to the schema of that name. */
    List<Error> errors(String schema, JsonNode value) {
        return errorsAt("/components/schemas/" + schema, value);
    }

    /** The same for the schema at a JSON pointer. */
    List<Error> errorsAt(String pointer, JsonNode value) {
        return compiled.computeIfAbsent(pointer, this::compile).validate(value);
    }

    private Schema compile(String pointer) {
        if (document.at(pointer).isMissingNode()) {
            throw new IllegalArgumentException("no schema at " + pointer);
        }
        ObjectNode whole = document.deepCopy();
        return REGISTRY.getSchema(whole.put("$ref", "#" + pointer));
    }
}
