package dev.ephemint.server.sandbox.shape;

import static dev.ephemint.server.sandbox.shape.Shape.byType;
import static dev.ephemint.server.sandbox.shape.Shape.enumOf;
import static dev.ephemint.server.sandbox.shape.Shape.listOf;

import java.util.Map;

/**
 * What the flat {@code transcription_sessions} accepted, in the members of OpenAI's beta of mid-2025; later members
 * are unknown to it, and unknown members were rejected (recorded 2025).
 */
public final class FlatShapes {

    private static final ObjectShape SERVER_VAD = AudioShapes.SERVER_VAD.without("idle_timeout_ms");

    private static final ObjectShape MEMBERS = ObjectShape.of(Map.of(
            "input_audio_format", enumOf("pcm16", "g711_ulaw", "g711_alaw"),
            "input_audio_transcription",
                    AudioShapes.TRANSCRIPTION
                            .without("languages", "keywords", "delay")
                            .orNull(),
            "input_audio_noise_reduction",
                    AudioShapes.NOISE_REDUCTION.without("strength").orNull(),
            "modalities", listOf(enumOf("text", "audio")),
            "include", AudioShapes.INCLUDE));

    /**
     * OpenAI's beta: {@code semantic_vad} and {@code client_secret.expires_after} were accepted (recorded 2025-07-11),
     * {@code client_secret.expires_at} was not (recorded 2025).
     */
    public static final ObjectShape OPENAI_BETA = MEMBERS.with(Map.of(
            "turn_detection",
            byType(Map.of("server_vad", SERVER_VAD, "semantic_vad", AudioShapes.SEMANTIC_VAD))
                    .orNull(),
            "client_secret",
            ObjectShape.of(Map.of("expires_after", GaShapes.EXPIRES_AFTER))));

    /** Azure's preview: {@code semantic_vad} was an error (livekit/agents 2041), and nothing is said of a lifetime. */
    public static final ObjectShape AZURE_PREVIEW = MEMBERS.with(
            Map.of("turn_detection", byType(Map.of("server_vad", SERVER_VAD)).orNull()));

    /** What {@code transcription_session.update} takes of a session: no client secret. */
    public static final ObjectShape OPENAI_BETA_SESSION = OPENAI_BETA.without("client_secret");

    private FlatShapes() {}
}
