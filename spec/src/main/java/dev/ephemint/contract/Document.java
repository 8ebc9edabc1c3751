package dev.ephemint.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The documents that are built from the contract's tree: the contract itself, and each vendor dialect's. */
public enum Document {
    CONTRACT("openapi.json"),
    OPENAI("dialects/openai.json"),
    OPENAI_BETA("dialects/openai-beta.json"),
    AZURE("dialects/azure.json"),
    AZURE_PREVIEW("dialects/azure-preview.json");

    private final String file;

    Document(String file) {
        this.file = file;
    }

    /** A name that the class loader knows, for whoever serves or plays the document as it is. */
    public String resource() {
        return "/dev/ephemint/contract/" + file;
    }

    public JsonNode tree() {
        try (InputStream stream = Document.class.getResourceAsStream(resource())) {
            return ContractJson.mapper().readTree(Objects.requireNonNull(stream, resource()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
