package dev.ephemint.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The documents that are built from the contract's tree: the contract itself, and each vendor dialect's. Each is in two
 * parts: the operations as OpenAPI, and the events of the socket as AsyncAPI.
 */
public enum Document {
    CONTRACT("openapi", "asyncapi"),
    OPENAI("dialects/openai", "dialects/openai.asyncapi"),
    OPENAI_BETA("dialects/openai-beta", "dialects/openai-beta.asyncapi"),
    AZURE("dialects/azure", "dialects/azure.asyncapi"),
    AZURE_PREVIEW("dialects/azure-preview", "dialects/azure-preview.asyncapi");

    private final String operations;
    private final String events;

    Document(String operations, String events) {
        this.operations = operations;
        this.events = events;
    }

    /** The operations, as OpenAPI. */
    public JsonNode tree() {
        return read(operations);
    }

    /** The events, as AsyncAPI. */
    public JsonNode events() {
        return read(events);
    }

    private static JsonNode read(String name) {
        String resource = "/dev/ephemint/contract/" + name + ".json";
        try (InputStream stream = Document.class.getResourceAsStream(resource)) {
            return ContractJson.mapper().readTree(Objects.requireNonNull(stream, resource));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
