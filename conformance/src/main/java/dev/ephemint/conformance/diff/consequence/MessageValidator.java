package dev.ephemint.conformance.diff.consequence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ephemint.conformance.diff.document.Pointers;
import dev.ephemint.conformance.json.References;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Validates messages against one document, and reports which of its rules they violate. */
final class MessageValidator {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String JSON = "application/json";

    private final JsonNode document;
    private final References references;
    private final Map<JsonNode, Schema> compiled = new HashMap<>();

    MessageValidator(JsonNode document) {
        this.document = document;
        references = new References(document);
    }

    JsonNode document() {
        return document;
    }

    /** Empty if the document has no such message. */
    Optional<JsonNode> schema(KitMessage message) {
        JsonNode operation = document.at(message.operation());
        if (operation.isMissingNode()) {
            return Optional.empty();
        }
        JsonNode responses = operation.path("responses");
        JsonNode holder = message.isRequest()
                ? operation.path("requestBody")
                : responses.path(responses.has(message.status()) ? message.status() : "default");
        JsonNode schema = references.resolve(holder).path("content").path(JSON).path("schema");
        return Optional.of(schema).filter(node -> !node.isMissingNode());
    }

    /** The rules that the message violates; the operation itself if the document does not have the message. */
    List<Violation> violations(KitMessage message) {
        return schema(message)
                .map(schema -> violations(schema, message.body()).stream()
                        .filter(error ->
                                !message.isOpen(error.getInstanceLocation().toString()))
                        .map(MessageValidator::violation)
                        .toList())
                .orElseGet(() -> List.of(new Violation(message.operation())));
    }

    List<Error> violations(JsonNode schema, JsonNode body) {
        return compiled.computeIfAbsent(schema, this::compile).validate(body);
    }

    static Violation violation(Error error) {
        String pointer = error.getSchemaLocation().getFragment().toString();
        boolean missing = error.getKeyword().equals("required");
        return new Violation(
                missing
                        ? Pointers.parent(pointer) + "/properties/"
                                + Pointers.escape(String.valueOf(error.getProperty()))
                        : pointer);
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", document.path("components"));
        return REGISTRY.getSchema(whole);
    }
}
