package dev.ephemint.server.mint.shape;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where each member of the flat shape lives in the nested one, as paths.
 *
 * <p>Source: OpenAI's guide to moving from the beta to GA, and the recorded responses of both shapes (2025-07 to 2026-07).
 */
final class FlatNames {

    /** Flat member to the member of {@code session.audio.input} that it is; the format has values of its own. */
    static final Map<String, String> AUDIO_INPUT = Map.of(
            "input_audio_transcription", "transcription",
            "input_audio_noise_reduction", "noise_reduction",
            "turn_detection", "turn_detection");

    /** Member of the flat request to its path in the nested one. What is not listed lives in {@code session}. */
    static final Map<String, String> NESTED = nested();

    private static final String SESSION = "session.";
    private static final Pattern NESTED_PATH =
            Pattern.compile("(?<![\\w.])(?:session(?:\\.\\w+(?:\\[\\d+])?)+|expires_after(?:\\.\\w+)*)");

    private FlatNames() {}

    private static Map<String, String> nested() {
        Map<String, String> names = new HashMap<>();
        AUDIO_INPUT.forEach((flat, name) -> names.put(flat, "session.audio.input." + name));
        names.put("input_audio_format", "session.audio.input.format");
        names.put("client_secret.expires_after", "expires_after");
        return Map.copyOf(names);
    }

    /** A nested path as the caller of the flat shape knows it. */
    static String flatten(String nestedPath) {
        for (Map.Entry<String, String> name : NESTED.entrySet()) {
            if (isAtOrBelow(nestedPath, name.getValue())) {
                String below = nestedPath.substring(name.getValue().length());
                return name.getKey() + (name.getKey().equals("input_audio_format") ? "" : below);
            }
        }
        return nestedPath.startsWith(SESSION) ? nestedPath.substring(SESSION.length()) : nestedPath;
    }

    /** A flat path as the nested shape has it. */
    static String nest(String flatPath) {
        for (Map.Entry<String, String> name : NESTED.entrySet()) {
            if (isAtOrBelow(flatPath, name.getKey())) {
                return name.getValue() + flatPath.substring(name.getKey().length());
            }
        }
        return flatPath.startsWith("client_secret") ? flatPath : SESSION + flatPath;
    }

    /** A text with every nested path replaced by the flat one. */
    static String flattenText(String text) {
        return NESTED_PATH.matcher(text).replaceAll(path -> flatten(path.group()));
    }

    private static boolean isAtOrBelow(String path, String parent) {
        return path.equals(parent) || path.startsWith(parent + ".");
    }
}
