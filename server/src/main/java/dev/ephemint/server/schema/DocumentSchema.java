package dev.ephemint.server.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.List;

/** Validates trees that are no message of the contract, such as a configuration, against one schema. Thread-safe. */
public final class DocumentSchema {

    private final JsonNode document;
    private final Schema schema;

    /** @param document JSON Schema of 2020-12 */
    public DocumentSchema(String name, JsonNode document) {
        this.document = document;
        this.schema = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012())
                .getSchema(SchemaLocation.of("urn:ephemint:" + name), document);
        schema.initializeValidators();
    }

    /** Everything that is wrong; an empty list means valid. */
    public List<SchemaProblem> validate(JsonNode tree) {
        return Faults.of(schema.validate(tree), document, tree).explained().stream()
                .map(PlainWording::problem)
                .distinct()
                .toList();
    }
}
