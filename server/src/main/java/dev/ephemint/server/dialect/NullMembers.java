package dev.ephemint.server.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.MintRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * Members in which null says the same as absence. Responses of vendors have them (recorded 2025-07 to 2026-07), and a caller
 * may send a response back as a request; none of them is sent, because OpenAI refuses null inside the transcription block
 * (dongri/openai-api-rs issue 188) and for the others no acceptance is recorded.
 *
 * @param paths JSON pointers into the nested shape
 */
public record NullMembers(List<String> paths) {

    /** In every dialect. */
    public static final NullMembers ALL = new NullMembers(List.of(
            "/session/include",
            "/session/audio/input/transcription/language",
            "/session/audio/input/transcription/prompt"));

    /** In the flat dialects also what came after them, and is off if it is null. */
    public static final NullMembers FLAT = ALL.and("/session/audio/input/turn_detection/idle_timeout_ms");

    public NullMembers {
        paths = List.copyOf(paths);
    }

    private NullMembers and(String path) {
        List<String> more = new ArrayList<>(paths);
        more.add(path);
        return new NullMembers(more);
    }

    /** The request without those of them that are null. */
    public MintRequest leaveOut(MintRequest request) {
        List<String> nulls =
                paths.stream().filter(path -> request.at(path).isNull()).toList();
        if (nulls.isEmpty()) {
            return request;
        }
        ObjectNode body = request.copyOfBody();
        for (String path : nulls) {
            int last = path.lastIndexOf('/');
            ((ObjectNode) body.at(path.substring(0, last))).remove(path.substring(last + 1));
        }
        return request.withBody(body);
    }
}
