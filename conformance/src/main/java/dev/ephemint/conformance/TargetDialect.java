package dev.ephemint.conformance;

import java.util.Arrays;

/** The vendor interfaces under test: their names, operations and paths. */
public enum TargetDialect {
    OPENAI("openai", MintOperation.createClientSecret, "/v1"),
    OPENAI_BETA("openai-beta", MintOperation.createTranscriptionSession, "/v1"),
    AZURE("azure", MintOperation.createClientSecret, "/openai/v1"),
    AZURE_PREVIEW("azure-preview", MintOperation.createTranscriptionSession, "/openai");

    private final String id;
    private final MintOperation operation;
    private final String prefix;

    TargetDialect(String id, MintOperation operation, String prefix) {
        this.id = id;
        this.operation = operation;
        this.prefix = prefix;
    }

    public static TargetDialect of(String id) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no dialect " + id));
    }

    public String id() {
        return id;
    }

    /** The one mint operation that this vendor serves. */
    public MintOperation operation() {
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
