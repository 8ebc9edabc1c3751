package dev.ephemint.server.sandbox.shape;

import static dev.ephemint.server.sandbox.shape.Shape.FLAG;
import static dev.ephemint.server.sandbox.shape.Shape.NUMBER;
import static dev.ephemint.server.sandbox.shape.Shape.OBJECT;
import static dev.ephemint.server.sandbox.shape.Shape.TEXT;
import static dev.ephemint.server.sandbox.shape.Shape.WHOLE;
import static dev.ephemint.server.sandbox.shape.Shape.between;
import static dev.ephemint.server.sandbox.shape.Shape.byType;
import static dev.ephemint.server.sandbox.shape.Shape.enumOf;
import static dev.ephemint.server.sandbox.shape.Shape.listOf;
import static dev.ephemint.server.sandbox.shape.Shape.textOr;

import java.util.Map;

/**
 * What {@code client_secrets} accepts: the members of OpenAI's published document of 2026-08-21, closed, because the
 * service rejects every other (recorded 2025 to 2026-09). It demands {@code session.type} (recorded 2026-09-24) and
 * {@code expires_after.anchor} (vercel/ai, 2026), which the document leaves open.
 */
public final class GaShapes {

    static final ObjectShape EXPIRES_AFTER = ObjectShape.of(
                    Map.of("anchor", enumOf("created_at"), "seconds", between(WHOLE, "10", "7200")))
            .requiring("anchor");

    private static final ObjectShape TRANSCRIPTION_SESSION = ObjectShape.of(Map.of(
            "type", TEXT, "include", AudioShapes.INCLUDE, "audio", ObjectShape.of(Map.of("input", AudioShapes.INPUT))));

    private static final ObjectShape AUDIO_OUTPUT = ObjectShape.of(Map.of(
            "format",
            AudioShapes.OUTPUT_FORMAT,
            "voice",
            textOr(TEXT, ObjectShape.of(Map.of("id", TEXT)).requiring("id")),
            "speed",
            between(NUMBER, "0.25", "1.5")));

    private static final Shape TRACING = textOr(
                    enumOf("auto"), ObjectShape.of(Map.of("workflow_name", TEXT, "group_id", TEXT, "metadata", OBJECT)))
            .orNull();

    private static final Shape PROMPT = ObjectShape.of(
                    Map.of("id", TEXT, "version", TEXT.orNull(), "variables", OBJECT.orNull()))
            .requiring("id")
            .orNull();

    private static final Shape TRUNCATION = textOr(
            enumOf("auto", "disabled"),
            byType(Map.of(
                    "retention_ratio",
                    ObjectShape.of(Map.of(
                                    "type", TEXT,
                                    "retention_ratio", between(NUMBER, "0", "1"),
                                    "token_limits", ObjectShape.of(Map.of("post_instructions", WHOLE))))
                            .requiring("retention_ratio"))));

    private static final ObjectShape REALTIME_SESSION = ObjectShape.of(Map.ofEntries(
            Map.entry("type", TEXT),
            Map.entry("model", TEXT),
            Map.entry("output_modalities", listOf(enumOf("text", "audio"))),
            Map.entry("instructions", TEXT),
            Map.entry("audio", ObjectShape.of(Map.of("input", AudioShapes.INPUT, "output", AUDIO_OUTPUT))),
            Map.entry("include", AudioShapes.INCLUDE),
            Map.entry("tracing", TRACING),
            Map.entry("tools", listOf(ToolShapes.TOOL)),
            Map.entry("tool_choice", ToolShapes.CHOICE),
            Map.entry("parallel_tool_calls", FLAG),
            Map.entry(
                    "reasoning", ObjectShape.of(Map.of("effort", enumOf("minimal", "low", "medium", "high", "xhigh")))),
            Map.entry("max_output_tokens", textOr(enumOf("inf"), between(WHOLE, "1", "4096"))),
            Map.entry("truncation", TRUNCATION),
            Map.entry("prompt", PROMPT)));

    public static final Shape SESSION =
            byType(Map.of("realtime", REALTIME_SESSION, "transcription", TRANSCRIPTION_SESSION));

    public static final ObjectShape REQUEST = ObjectShape.of(Map.of("expires_after", EXPIRES_AFTER, "session", SESSION))
            .requiring("session");

    private GaShapes() {}
}
