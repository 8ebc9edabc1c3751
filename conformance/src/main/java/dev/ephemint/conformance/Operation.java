package dev.ephemint.conformance;

/** The operations of the contract, by operationId. */
public enum Operation {
    createClientSecret("/realtime/client_secrets"),
    createTranscriptionSession("/realtime/transcription_sessions");

    private final String path;

    Operation(String path) {
        this.path = path;
    }

    /** The path below the contract's server URL. */
    public String path() {
        return path;
    }

    /** Whether the session lies at the top of the request. */
    public boolean isFlat() {
        return this == createTranscriptionSession;
    }
}
