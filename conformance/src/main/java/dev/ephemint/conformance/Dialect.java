package dev.ephemint.conformance;

import java.util.Arrays;

/** The four ways in which a vendor says a mint. */
public enum Dialect {
    OPENAI("openai", Operation.createClientSecret, "/v1"),
    OPENAI_BETA("openai-beta", Operation.createTranscriptionSession, "/v1"),
    AZURE("azure", Operation.createClientSecret, "/openai/v1"),
    AZURE_PREVIEW("azure-preview", Operation.createTranscriptionSession, "/openai");

    private final String id;
    private final Operation operation;
    private final String prefix;

    Dialect(String id, Operation operation, String prefix) {
        this.id = id;
        this.operation = operation;
        this.prefix = prefix;
    }

    public static Dialect of(String id) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no dialect " + id));
    }

    public String id() {
        return id;
    }

    /** The one mint operation that this vendor serves. */
    public Operation operation() {
        return operation;
    }

    public boolean isAzure() {
        return this == AZURE || this == AZURE_PREVIEW;
    }

    /** The path that the vendor serves, without query. */
    public String mintPath() {
        return this == AZURE_PREVIEW ? "/openai/realtimeapi/transcription_sessions" : prefix + operation.path();
    }
}
