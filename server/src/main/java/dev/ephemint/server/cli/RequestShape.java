package dev.ephemint.server.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.KnownMembers;
import java.util.Optional;
import java.util.Set;

/** Recognizes a request for the contract's other operation, whose members would otherwise be passed on as unknown. */
final class RequestShape {

    private static final String SESSION = "session";

    /** Members that the flat shape has at the top. */
    private static final Set<String> FLAT =
            KnownMembers.of("FlatTranscriptionSessionRequest").names();

    /** Members of a nested request's {@code session}. */
    private static final Set<String> OF_SESSION =
            KnownMembers.of("SessionRequest").names();

    private RequestShape() {}

    /** The problem of the request's shape, and which option or member to change. */
    static Optional<String> problem(ObjectNode request, boolean flat) {
        if (request.has(SESSION)) {
            return flat
                    ? Optional.of("has 'session', the nested shape of client_secrets: remove --flat")
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

    private static Optional<String> first(Set<String> names, ObjectNode request) {
        return names.stream().filter(request::has).findFirst();
    }
}
