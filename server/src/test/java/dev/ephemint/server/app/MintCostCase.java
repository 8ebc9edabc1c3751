package dev.ephemint.server.app;

import java.util.Locale;
import java.util.Map;

/** The mints whose cost is measured. */
enum MintCostCase {
    NESTED("openai", "v1/realtime/client_secrets", "openai.api-key=sk-notakeyQwErTyUiOpAsDfGhJkLz") {
        @Override
        String request() {
            return NESTED_REQUEST;
        }
    },
    FLAT("openai", "v1/realtime/transcription_sessions", "openai.api-key=sk-notakeyQwErTyUiOpAsDfGhJkLz") {
        @Override
        String request() {
            return FLAT_REQUEST;
        }
    },
    AZURE("azure", "v1/realtime/client_secrets", "azure.api-key=9f8e7d6c5b4a39281706f5e4d3c2b1a0") {
        @Override
        String request() {
            return NESTED_REQUEST;
        }
    };

    private static final String NESTED_REQUEST = """
            {"expires_after":{"anchor":"created_at","seconds":300},"session":{"type":"transcription",
            "include":["item.input_audio_transcription.logprobs"],"x_unknown":{"tags":["a","b",null],"ratio":0.25},
            "audio":{"input":{"format":{"type":"audio/pcm","rate":24000},"noise_reduction":{"type":"near_field"},
            "transcription":{"model":"gpt-4o-transcribe","language":"en","prompt":"Names: Ada, Grace, Radia, Barbara."},
            "turn_detection":{"type":"server_vad","threshold":0.5,"prefix_padding_ms":300,"silence_duration_ms":500}}}}}
            """;

    private static final String FLAT_REQUEST = """
            {"input_audio_format":"pcm16","include":["item.input_audio_transcription.logprobs"],
            "client_secret":{"expires_after":{"anchor":"created_at","seconds":300}},"x_unknown":{"ratio":0.25},
            "input_audio_noise_reduction":{"type":"near_field"},
            "input_audio_transcription":{"model":"gpt-4o-transcribe","language":"en","prompt":"Names: Ada, Grace."},
            "turn_detection":{"type":"server_vad","threshold":0.5,"prefix_padding_ms":300,"silence_duration_ms":500}}
            """;

    private static final String REPLY = """
            {"value":"ek_0123456789abcdef0123456789abcdef","expires_at":1795781100,"session":{"type":"transcription",
            "object":"realtime.transcription_session","id":"sess_0123456789abcdef0123","expires_at":0,
            "include":["item.input_audio_transcription.logprobs"],
            "audio":{"input":{"format":{"type":"audio/pcm","rate":24000},"noise_reduction":{"type":"near_field"},
            "transcription":{"model":"gpt-4o-transcribe","language":"en","prompt":"Names: Ada, Grace, Radia, Barbara."},
            "turn_detection":{"type":"server_vad","threshold":0.5,"prefix_padding_ms":300,"silence_duration_ms":500,
            "idle_timeout_ms":null}}}}}
            """;

    private final String dialect;
    private final String path;
    private final String key;

    MintCostCase(String dialect, String path, String key) {
        this.dialect = dialect;
        this.path = path;
        this.key = key;
    }

    abstract String request();

    String reply() {
        return REPLY;
    }

    String dialect() {
        return dialect;
    }

    String path() {
        return path;
    }

    Map<String, String> settings() {
        return Map.of(key.substring(0, key.indexOf('=')), key.substring(key.indexOf('=') + 1));
    }

    /** As the kept figures spell it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
