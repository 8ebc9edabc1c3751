package dev.ephemint.server.sandbox.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.sandbox.session.ModelBehaviour;
import dev.ephemint.server.sandbox.session.ModelBehaviour.Deltas;
import dev.ephemint.server.sandbox.session.ModelBehaviour.Usage;
import dev.ephemint.server.sandbox.session.VendorModels;
import dev.ephemint.server.sandbox.wire.RejectedException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * OpenAI's models. Turn detection: recorded at the mint on 2026-08-20 for {@code gpt-live-transcribe}, and the same text for
 * {@code gpt-realtime-whisper} in livekit/agents 5779. Members by model: accounts of 2026-08-01, 2026-08-17 and 2026-09.
 * Limits of {@code gpt-live-transcribe}: a probe of 2026-07-29. A realtime session took what a transcription session is
 * rejected (recorded 2026-07-24).
 */
final class OpenAiModels implements VendorModels {

    /** In the order of OpenAI's document of 2026-08-21; that of the rejection was not published. */
    private static final List<String> KNOWN = List.of(
            "whisper-1",
            "gpt-transcribe",
            "gpt-live-transcribe",
            "gpt-4o-mini-transcribe",
            "gpt-4o-mini-transcribe-2025-12-15",
            "gpt-4o-transcribe",
            "gpt-4o-transcribe-diarize",
            "gpt-realtime-whisper");

    private static final Set<String> WITHOUT_TURNS = Set.of("gpt-live-transcribe", "gpt-realtime-whisper");
    private static final Set<String> WITH_HINTS = Set.of("gpt-live-transcribe", "gpt-transcribe");
    private static final Set<String> WITHOUT_PROMPT = Set.of("gpt-realtime-whisper", "gpt-4o-transcribe-diarize");

    /** First delta, one item, no event of speech, completed after the commit only: four accounts, 2026-08-03 to 2026-09-08. */
    private static final ModelBehaviour COMMITTED_BY_CLIENT =
            new ModelBehaviour(false, Deltas.LIVE, true, Usage.WHOLE_SECONDS);

    /** Without logprobs by the guide. Usage: whole seconds, rounded up for each commit (2026-08-01). */
    private static final ModelBehaviour COMMITTED_BY_CLIENT_WITHOUT_LOGPROBS =
            new ModelBehaviour(false, Deltas.LIVE, false, Usage.WHOLE_SECONDS);

    private static final int LONGEST_PROMPT = 1024;

    private static final Pattern NOT_IN_KEYWORDS = Pattern.compile("[<>\\r\\n]");

    /** The 57 codes of the rejection, as clients copied them; {@code en-US} was rejected (2025-03, 2025-09, 2026-08-13). */
    private static final List<String> LANGUAGES = List.of(
            ("af ar az be bg bs ca cs cy da de el en es et fa fi fr gl he hi hr hu hy id is it ja kk kn ko lt lv mi mk mr ms ne nl"
                            + " no pl pt ro ru sk sl sr sv sw ta th tl tr uk ur vi zh")
                    .split(" ", -1));

    @Override
    public ModelBehaviour of(String name) {
        return switch (name) {
            case "gpt-live-transcribe" -> COMMITTED_BY_CLIENT_WITHOUT_LOGPROBS;
            case "gpt-realtime-whisper" -> COMMITTED_BY_CLIENT;
            default -> ModelBehaviour.of(name);
        };
    }

    @Override
    public void check(JsonNode requested, JsonNode inForce) {
        JsonNode transcription = requested.at("/audio/input/transcription");
        if (transcription.isObject()) {
            checkModel(transcription, !inForce.isMissingNode());
            checkLanguage(transcription);
        }
        if (!requested.path("type").asText().equals("transcription")) {
            return;
        }
        checkMembers(transcription);
        checkTexts(transcription);
        JsonNode model =
                transcription.isObject() ? transcription.path("model") : inForce.at("/audio/input/transcription/model");
        if (WITHOUT_TURNS.contains(model.asText())
                && requested.at("/audio/input/turn_detection").isObject()) {
            throw new RejectedException(
                    "Turn detection is not supported for this transcription model.",
                    "invalid_value",
                    "session.audio.input.turn_detection");
        }
    }

    /** Its absence was recorded at the mint; that an unknown one is rejected was reported of updates only (2026). */
    private static void checkModel(JsonNode transcription, boolean update) {
        if (!transcription.has("model")) {
            throw RejectedException.missing(PATH + "model");
        }
        String model = transcription.path("model").asText();
        if (update && !KNOWN.contains(model)) {
            throw RejectedException.value(PATH + "model", model, KNOWN);
        }
    }

    private static void checkLanguage(JsonNode transcription) {
        String model = transcription.path("model").asText();
        JsonNode language = transcription.path("language");
        boolean older = isOlder(model);
        if (older && language.isTextual() && !LANGUAGES.contains(language.textValue())) {
            throw RejectedException.value(PATH + "language", language.textValue(), LANGUAGES);
        }
    }

    private static boolean isOlder(String model) {
        return model.equals("whisper-1") || model.startsWith("gpt-4o-");
    }

    private static void checkMembers(JsonNode transcription) {
        String model = transcription.path("model").asText();
        if (!KNOWN.contains(model)) {
            return;
        }
        Stream.of("languages", "keywords")
                .filter(name -> transcription.has(name) && !WITH_HINTS.contains(model))
                .findFirst()
                .ifPresent(name -> {
                    throw VendorModels.notSupported(name);
                });
        if (transcription.has("delay") && (isOlder(model) || model.equals("gpt-transcribe"))) {
            throw VendorModels.notSupported("delay");
        }
        if (!transcription.path("prompt").asText().isEmpty() && WITHOUT_PROMPT.contains(model)) {
            throw VendorModels.notSupported("prompt");
        }
    }

    private static void checkTexts(JsonNode transcription) {
        if (!transcription.path("model").asText().equals("gpt-live-transcribe")) {
            return;
        }
        String prompt = transcription.path("prompt").asText();
        int length = prompt.codePointCount(0, prompt.length());
        if (length > LONGEST_PROMPT) {
            throw new RejectedException(
                    "Invalid '" + PATH + "prompt': string too long. Expected a string with maximum length "
                            + LONGEST_PROMPT + ", but got a string with length " + length + " instead.",
                    "string_above_max_length",
                    PATH + "prompt");
        }
        for (JsonNode keyword : transcription.path("keywords")) {
            if (NOT_IN_KEYWORDS.matcher(keyword.asText()).find()) {
                throw new RejectedException(
                        "The 'keywords' parameter contains unsupported characters.",
                        "invalid_value",
                        PATH + "keywords");
            }
        }
    }
}
