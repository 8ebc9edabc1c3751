package dev.ephemint.server.dialect;

import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintRequest;
import java.util.List;

/**
 * Members that a dialect has no way to say. They are refused by name, never dropped.
 *
 * @param paths paths in the nested shape
 */
public record UnsupportedMembers(List<String> paths) {

    /** What came after the beta: the flat shape of 2025 never had it (OpenAI's changelog, 2025-08 to 2026-08). */
    public static final UnsupportedMembers NEWER_THAN_FLAT = new UnsupportedMembers(List.of(
            "session.audio.input.transcription.languages",
            "session.audio.input.transcription.keywords",
            "session.audio.input.transcription.delay",
            "session.audio.input.noise_reduction.strength",
            "session.audio.input.turn_detection.idle_timeout_ms"));

    public UnsupportedMembers {
        paths = List.copyOf(paths);
    }

    /**
     * Refuses a request that holds one of them.
     *
     * @throws dev.ephemint.server.mint.MintFailedException naming the first of them that the request holds
     */
    public void refuse(MintRequest request) {
        for (String path : paths) {
            if (!request.member(path).isMissingNode()) {
                throw InvalidRequest.unsupported(path);
            }
        }
    }
}
