package dev.ephemint.conformance.bench.gateway;

final class MintPaths {
    static final String NESTED = "/v1/realtime/client_secrets";
    static final String FLAT = "/v1/realtime/transcription_sessions";

    private MintPaths() {}
}
