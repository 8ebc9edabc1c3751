package dev.ephemint.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Says a script in place of what was said, and the script says that it is one. */
final class Transcriber {

    private static final List<String> SCRIPT = List.of(
            "This is the script of the sandbox, and not what you said.",
            "The sandbox hears that somebody speaks, but not a word of it.",
            "Every transcript of the sandbox is scripted, this one too.");

    /** A second of audio is ten tokens: 48000 bytes of it cost so many on 2026-02-21. */
    private static final double MILLISECONDS_PER_TOKEN = 100;

    private static final String EVENT = "conversation.item.input_audio_transcription.";

    private final Stage stage;
    private final Speaker speaker;
    private int line;

    Transcriber(Stage stage, Speaker speaker) {
        this.stage = stage;
        this.speaker = speaker;
    }

    /** Nothing without a model: a socket that is never told one never transcribes (2026-09-18). */
    void transcribe(Hearing hearing, String item, double milliseconds) {
        if (hearing.model().isEmpty()) {
            return;
        }
        if (!stage.serves().test(hearing.model())) {
            fail(item);
            return;
        }
        String text = SCRIPT.get(line++ % SCRIPT.size());
        List<String> tokens = List.of(text.split("(?= )"));
        if (!hearing.model().equals("whisper-1")) {
            tokens.forEach(token -> speaker.say(EVENT + "delta", delta(hearing, item, token)));
        }
        ObjectNode completed = of(item).put("transcript", text);
        if (hearing.logprobs()) {
            completed.set("logprobs", logprobs(tokens));
        }
        completed.set("usage", usage(hearing, milliseconds, tokens.size()));
        if (hearing.model().equals("gpt-transcribe")) {
            completed.putArray("languages").addObject().put("code", language(hearing));
        }
        speaker.say(EVENT + "completed", completed);
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
        if (hearing.logprobs()) {
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

    /** By time for the Whisper models, by tokens for the others: that is how they are priced. */
    private static ObjectNode usage(Hearing hearing, double milliseconds, int output) {
        if (hearing.model().contains("whisper")) {
            return Json.object().put("type", "duration").put("seconds", milliseconds / 1000);
        }
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
