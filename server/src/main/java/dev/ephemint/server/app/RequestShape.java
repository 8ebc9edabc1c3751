package dev.ephemint.server.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Recognizes a request that was written for the contract's other operation: its members would be passed on unread. */
final class RequestShape {

    private static final String SESSION = "session";

    /** Members that only the flat shape has at the top. */
    private static final List<String> FLAT = List.of(
            "input_audio_transcription",
            "input_audio_format",
            "input_audio_noise_reduction",
            "turn_detection",
            "include",
            "modalities",
            "client_secret");

    /** Members of a nested request's {@code session}. */
    private static final List<String> OF_SESSION = List.of("type", "audio", "model", "instructions", "tools");

    private RequestShape() {}

    /** What is wrong with the request's shape, and which option or member to change. */
    static Optional<String> problem(ObjectNode request, boolean flat) {
        if (request.has(SESSION)) {
            return flat
                    ? Optional.of("has 'session', as client_secrets takes it, nested: remove --flat")
                    : Optional.empty();
        }
        Optional<String> flatMember = first(FLAT, request);
        Optional<String> sessionMember = first(OF_SESSION, request);
        if (flat) {
            return request.has("audio")
                    ? Optional.of("has 'audio', which belongs in 'session' of a nested request: put it there, and"
                            + " remove --flat")
                    : Optional.empty();
        }
        return flatMember
                .map(name ->
                        "has '" + name + "' and no 'session', the flat shape of transcription_sessions: add --flat")
                .or(() -> sessionMember.map(
                        name -> "has '" + name + "' and no 'session': put the members of the session in 'session'"));
    }

    private static Optional<String> first(List<String> names, ObjectNode request) {
        return names.stream().filter(request::has).findFirst();
    }
}
