package dev.ephemint.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.ModelBehaviour.Deltas;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Transcribes by a script, which says that it is one. */
final class Transcriber {

    /** A second of audio is ten tokens: 48000 bytes of it cost so many on 2026-02-21. */
    private static final double MILLISECONDS_PER_TOKEN = 100;

    private static final String EVENT = "conversation.item.input_audio_transcription.";

    private final Stage stage;
    private final Speaker speaker;
    private final Script script = new Script();

    Transcriber(Stage stage, Speaker speaker) {
        this.stage = stage;
        this.speaker = speaker;
    }

    /** So much more of a turn was spoken. */
    void hear(Hearing hearing, String item, int milliseconds) {
        Deltas deltas = stage.models().of(hearing.model()).deltas();
        boolean live = deltas == Deltas.LIVE || deltas == Deltas.LIVE_IN_DETECTED_TURNS;
        if (live && transcribes(hearing)) {
            say(hearing, item, script.hear(milliseconds));
        }
    }

    /** The turn was no turn. */
    void forget() {
        script.end();
    }

    /** Nothing without a model: a socket that is never told one never transcribes (2026-09-18). */
    void transcribe(Hearing hearing, String item, double milliseconds) {
        if (hearing.model().isEmpty()) {
            return;
        }
        if (!transcribes(hearing)) {
            fail(item);
            return;
        }
        List<String> pieces = script.finish();
        if (stage.models().of(hearing.model()).deltas() != Deltas.NONE) {
            say(hearing, item, pieces);
        }
        complete(hearing, item, milliseconds);
    }

    private void complete(Hearing hearing, String item, double milliseconds) {
        List<String> turn = script.end();
        ObjectNode completed = of(item).put("transcript", String.join("", turn));
        if (sendsLogprobs(hearing)) {
            completed.set("logprobs", logprobs(turn));
        }
        completed.set("usage", usage(hearing, milliseconds, turn.size()));
        if (hearing.model().equals("gpt-transcribe")) {
            completed.putArray("languages").addObject().put("code", language(hearing));
        }
        speaker.say(EVENT + "completed", completed);
    }

    private boolean transcribes(Hearing hearing) {
        return !hearing.model().isEmpty() && stage.serves().test(hearing.model());
    }

    private boolean sendsLogprobs(Hearing hearing) {
        return hearing.logprobs() && stage.models().of(hearing.model()).logprobs();
    }

    private void say(Hearing hearing, String item, List<String> pieces) {
        pieces.forEach(piece -> speaker.say(EVENT + "delta", delta(hearing, item, piece)));
    }

    /** As recorded on 2026-07-22 (Azure) and, without a code, on 2025-08-05 (Azure's preview). */
    private void fail(String item) {
        ObjectNode error = Json.object()
                .put("type", "server_error")
                .put("code", stage.absence())
                .put("message", "Input transcription failed for item '" + item + "'.")
                .putNull("param");
        speaker.say(EVENT + "failed", of(item).set("error", error));
    }

    private ObjectNode delta(Hearing hearing, String item, String token) {
        ObjectNode delta = of(item).put("delta", token);
        if (sendsLogprobs(hearing)) {
            delta.set("logprobs", logprobs(List.of(token)));
        }
        return delta.put("obfuscation", stage.ids().hex(8));
    }

    private static ObjectNode of(String item) {
        return Json.object().put("item_id", item).put("content_index", 0);
    }

    /** Certain of itself, as a script is. */
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

    private ObjectNode usage(Hearing hearing, double milliseconds, int output) {
        ObjectNode duration = Json.object().put("type", "duration");
        return switch (stage.models().of(hearing.model()).usage()) {
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

    private static String language(Hearing hearing) {
        JsonNode hint = hearing.transcription().at("/languages/0");
        return hint.asText("en");
    }
}
