package dev.ephemint.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** What single models refuse of a transcription: the limits of 2026-07-29, and the prompt of a capture of 2026. */
final class ModelRules {

    private static final String PATH = "session.audio.input.transcription.";

    private static final int LONGEST_PROMPT = 1024;

    /** Told of angle brackets and line breaks. */
    private static final Pattern NOT_IN_KEYWORDS = Pattern.compile("[<>\\r\\n]");

    private ModelRules() {}

    static void check(JsonNode transcription) {
        String prompt = transcription.path("prompt").asText();
        if (!prompt.isEmpty() && transcription.path("model").asText().equals("gpt-realtime-whisper")) {
            throw new RefusedException(
                    "The 'prompt' parameter is not supported for this model.", "invalid_value", PATH + "prompt");
        }
        if (prompt.length() > LONGEST_PROMPT) {
            throw new RefusedException(
                    "Invalid '" + PATH + "prompt': string too long. Expected a string with maximum length "
                            + LONGEST_PROMPT + ", but got a string with length " + prompt.length() + " instead.",
                    "string_above_max_length",
                    PATH + "prompt");
        }
        for (JsonNode keyword : transcription.path("keywords")) {
            if (NOT_IN_KEYWORDS.matcher(keyword.asText()).find()) {
                throw new RefusedException(
                        "The 'keywords' parameter contains unsupported characters.",
                        "invalid_value",
                        PATH + "keywords");
            }
        }
    }
}
