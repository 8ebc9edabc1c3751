package dev.ephemint.server.sandbox.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.session.InputAudioConfig;
import dev.ephemint.server.sandbox.session.ModelBehaviour.Deltas;
import dev.ephemint.server.sandbox.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Transcribes with a script, which says that it is one. */
final class Transcriber {

    /** A second of audio is ten tokens: 48000 bytes of it cost so many on 2026-02-21. */
    private static final double MILLISECONDS_PER_TOKEN = 100;

    private static final String EVENT = "conversation.item.input_audio_transcription.";

    private final SocketContext context;
    private final EventSender sender;
    private final TranscriptScript script = new TranscriptScript();

    Transcriber(SocketContext context, EventSender sender) {
        this.context = context;
        this.sender = sender;
    }

    /** More of a turn was spoken. */
    void process(InputAudioConfig config, String item, int milliseconds) {
        Deltas deltas = context.models().of(config.model()).deltas();
        boolean live = deltas == Deltas.LIVE || deltas == Deltas.LIVE_IN_DETECTED_TURNS;
        if (live && transcribes(config)) {
            sendDeltas(config, item, script.process(milliseconds));
        }
    }

    /** Discards the turn. */
    void forget() {
        script.end();
    }

    /** Nothing without a model: a socket without one never transcribes (2026-09-18). */
    void transcribe(InputAudioConfig config, String item, double milliseconds) {
        if (config.model().isEmpty()) {
            return;
        }
        if (!transcribes(config)) {
            fail(item);
            return;
        }
        List<String> pieces = script.finish();
        if (context.models().of(config.model()).deltas() != Deltas.NONE) {
            sendDeltas(config, item, pieces);
        }
        complete(config, item, milliseconds);
    }

    private void complete(InputAudioConfig config, String item, double milliseconds) {
        List<String> turn = script.end();
        ObjectNode completed = of(item).put("transcript", String.join("", turn));
        if (sendsLogprobs(config)) {
            completed.set("logprobs", logprobs(turn));
        }
        completed.set("usage", usage(config, milliseconds, turn.size()));
        if (config.model().equals("gpt-transcribe")) {
            completed.putArray("languages").addObject().put("code", language(config));
        }
        sender.send(EVENT + "completed", completed);
    }

    private boolean transcribes(InputAudioConfig config) {
        return !config.model().isEmpty() && context.serves().test(config.model());
    }

    private boolean sendsLogprobs(InputAudioConfig config) {
        return config.logprobs() && context.models().of(config.model()).logprobs();
    }

    private void sendDeltas(InputAudioConfig config, String item, List<String> pieces) {
        pieces.forEach(piece -> sender.send(EVENT + "delta", delta(config, item, piece)));
    }

    /** As recorded on 2026-07-22 (Azure) and, without a code, on 2025-08-05 (Azure's preview). */
    private void fail(String item) {
        ObjectNode error = Json.object()
                .put("type", "server_error")
                .put("code", context.absence())
                .put("message", "Input transcription failed for item '" + item + "'.")
                .putNull("param");
        sender.send(EVENT + "failed", of(item).set("error", error));
    }

    private ObjectNode delta(InputAudioConfig config, String item, String token) {
        ObjectNode delta = of(item).put("delta", token);
        if (sendsLogprobs(config)) {
            delta.set("logprobs", logprobs(List.of(token)));
        }
        return delta.put("obfuscation", context.ids().hex(8));
    }

    private static ObjectNode of(String item) {
        return Json.object().put("item_id", item).put("content_index", 0);
    }

    /** Always certain, because the text is scripted. */
    private static ArrayNode logprobs(List<String> tokens) {
        ArrayNode logprobs = Json.object().putArray("logprobs");
        for (String token : tokens) {
            ArrayNode bytes =
                    logprobs.addObject().put("token", token).put("logprob", 0.0).putArray("bytes");
            for (byte one : token.getBytes(StandardCharsets.UTF_8)) {
                bytes.add(one & 0xff);
            }
        }
        return logprobs;
    }

    private ObjectNode usage(InputAudioConfig config, double milliseconds, int output) {
        ObjectNode duration = Json.object().put("type", "duration");
        return switch (context.models().of(config.model()).usage()) {
            case SECONDS -> duration.put("seconds", milliseconds / 1000);
            case WHOLE_SECONDS -> duration.put("seconds", (long) Math.ceil(milliseconds / 1000));
            case TOKENS -> tokens(milliseconds, output);
        };
    }

    private static ObjectNode tokens(double milliseconds, int output) {
        long input = Math.max(1, Math.round(milliseconds / MILLISECONDS_PER_TOKEN));
        ObjectNode usage = Json.object()
                .put("type", "tokens")
                .put("total_tokens", input + output)
                .put("input_tokens", input)
                .put("output_tokens", output);
        usage.putObject("input_token_details").put("text_tokens", 0).put("audio_tokens", input);
        return usage;
    }

    private static String language(InputAudioConfig config) {
        JsonNode hint = config.transcription().at("/languages/0");
        return hint.asText("en");
    }
}
