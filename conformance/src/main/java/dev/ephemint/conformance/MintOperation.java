package dev.ephemint.conformance;

/** The mint operations of the contract, by operationId. */
public enum MintOperation {
    createClientSecret("/realtime/client_secrets"),
    createTranscriptionSession("/realtime/transcription_sessions");

    private final String path;

    MintOperation(String path) {
        this.path = path;
    }

    /** The path below the contract's server URL. */
    public String path() {
        return path;
    }

    /** Whether the request is the session itself, without an envelope. */
    public boolean isFlat() {
        return this == createTranscriptionSession;
    }
}
