package dev.ephemint.conformance;

import java.util.Arrays;

/** The vendor interfaces under test: their names, operations and paths. */
public enum TargetDialect {
    OPENAI("openai", TargetVendor.OPENAI, MintOperation.createClientSecret, "/v1/realtime/client_secrets"),
    OPENAI_BETA(
            "openai-beta",
            TargetVendor.OPENAI,
            MintOperation.createTranscriptionSession,
            "/v1/realtime/transcription_sessions"),
    AZURE("azure", TargetVendor.AZURE, MintOperation.createClientSecret, "/openai/v1/realtime/client_secrets"),
    AZURE_PREVIEW(
            "azure-preview",
            TargetVendor.AZURE,
            MintOperation.createTranscriptionSession,
            "/openai/realtimeapi/transcription_sessions");

    private final String id;
    private final TargetVendor vendor;
    private final MintOperation operation;
    private final String mintPath;

    TargetDialect(String id, TargetVendor vendor, MintOperation operation, String mintPath) {
        this.id = id;
        this.vendor = vendor;
        this.operation = operation;
        this.mintPath = mintPath;
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

    public TargetVendor vendor() {
        return vendor;
    }

    /** The one mint operation that this vendor serves. */
    public MintOperation operation() {
        return operation;
    }

    /** The path that the vendor serves, without query. */
    public String mintPath() {
        return mintPath;
    }

    /** Whether a mint request may state the lifetime of the client secret. */
    public boolean acceptsLifetime() {
        return switch (this) {
            case OPENAI, OPENAI_BETA, AZURE -> true;
            case AZURE_PREVIEW -> false;
        };
    }
}
