package dev.ephemint.server.sandbox.shape;

import static dev.ephemint.server.sandbox.shape.Shape.FLAG;
import static dev.ephemint.server.sandbox.shape.Shape.NUMBER;
import static dev.ephemint.server.sandbox.shape.Shape.TEXT;
import static dev.ephemint.server.sandbox.shape.Shape.WHOLE;
import static dev.ephemint.server.sandbox.shape.Shape.between;
import static dev.ephemint.server.sandbox.shape.Shape.byType;
import static dev.ephemint.server.sandbox.shape.Shape.enumOf;
import static dev.ephemint.server.sandbox.shape.Shape.listOf;

import java.util.Map;

/**
 * What both session types accept of audio. Members, values and limits: OpenAI's published document of 2026-08-21, and
 * {@code strength} from the official SDKs of 2026-11; a rate below 24000 was rejected by the socket on 2026-09-18.
 */
final class AudioShapes {

    static final Shape INCLUDE =
            listOf(enumOf("item.input_audio_transcription.logprobs")).orNull();

    private static final ObjectShape PLAIN_FORMAT = ObjectShape.of(Map.of("type", TEXT));

    private static final ObjectShape PCM = PLAIN_FORMAT.with(Map.of("rate", between(WHOLE, "24000", "24000")));

    static final Shape FORMAT =
            byType(Map.of("audio/pcm", PCM, "audio/pcmu", PLAIN_FORMAT, "audio/pcma", PLAIN_FORMAT));

    /** The service requires the rate of the output's format (published capture, 2026-09-18); not observed for the input's. */
    static final Shape OUTPUT_FORMAT =
            byType(Map.of("audio/pcm", PCM.requiring("rate"), "audio/pcmu", PLAIN_FORMAT, "audio/pcma", PLAIN_FORMAT));

    /** No member of it may be null: dongri/openai-api-rs, issue 188. */
    static final ObjectShape TRANSCRIPTION = ObjectShape.of(Map.of(
            "model",
            TEXT,
            "language",
            TEXT,
            "languages",
            listOf(TEXT),
            "keywords",
            listOf(TEXT),
            "prompt",
            TEXT,
            "delay",
            enumOf("minimal", "low", "medium", "high", "xhigh")));

    static final ObjectShape NOISE_REDUCTION =
            ObjectShape.of(Map.of("type", enumOf("near_field", "far_field"), "strength", NUMBER));

    static final ObjectShape SERVER_VAD = ObjectShape.of(Map.of(
            "type", TEXT,
            "threshold", between(NUMBER, "0", "1"),
            "prefix_padding_ms", NUMBER,
            "silence_duration_ms", NUMBER,
            "create_response", FLAG,
            "interrupt_response", FLAG,
            "idle_timeout_ms", between(WHOLE, "5000", "30000").orNull()));

    static final ObjectShape SEMANTIC_VAD = ObjectShape.of(Map.of(
            "type", TEXT,
            "eagerness", enumOf("low", "medium", "high", "auto"),
            "create_response", FLAG,
            "interrupt_response", FLAG));

    static final ObjectShape INPUT = ObjectShape.of(Map.of(
            "format", FORMAT,
            "transcription", TRANSCRIPTION.orNull(),
            "noise_reduction", NOISE_REDUCTION.orNull(),
            "turn_detection",
                    byType(Map.of("server_vad", SERVER_VAD, "semantic_vad", SEMANTIC_VAD))
                            .orNull()));

    private AudioShapes() {}
}
