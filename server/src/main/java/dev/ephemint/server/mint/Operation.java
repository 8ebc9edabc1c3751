package dev.ephemint.server.mint;

/** The contract's operations that need a caller. */
public enum Operation {
    CLIENT_SECRETS("/v1/realtime/client_secrets"),

    /** The flat shape, which OpenAI removed on 2026-05-12. */
    TRANSCRIPTION_SESSIONS("/v1/realtime/transcription_sessions"),

    /** Mints nothing: it uses a token that was minted and sealed before. */
    CALLS("/v1/realtime/calls"),

    /** Mints nothing: it ends a call. */
    HANGUP("/v1/realtime/calls/{call_id}/hangup");

    private final String path;

    Operation(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }
}
