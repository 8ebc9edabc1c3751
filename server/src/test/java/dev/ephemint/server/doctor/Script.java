package dev.ephemint.server.doctor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a vendor is told to say.
 *
 * @param mint to the body of each mint
 * @param handshake in place of a socket
 * @param events to being opened ({@code open}) and to each type of event; four digits, and a reason after them, close the socket
 */
record Script(Function<String, Reply> mint, Optional<Reply> handshake, Map<String, List<String>> events) {

    static final String COMPLETED = "{\"type\":\"conversation.item.input_audio_transcription.completed\",";

    record Reply(int status, String body) {}

    /** Of a vendor with which all is well. */
    static Script sound() {
        return new Script(
                body -> minted(Instant.now().getEpochSecond() + 120),
                Optional.empty(),
                Map.of(
                        "open", List.of("{\"type\":\"session.created\"}"),
                        "session.update", List.of("{\"type\":\"session.updated\"}"),
                        "input_audio_buffer.commit", List.of(COMPLETED + "\"transcript\":\"Hello.\"}")));
    }

    static Reply minted(long expiry) {
        return new Reply(
                200,
                "{\"value\":\"planted-0123456789\",\"expires_at\":" + expiry
                        + ",\"session\":{\"type\":\"transcription\",\"id\":\"sess_1\"}}");
    }

    /** Minting for so many seconds from now. */
    Script minting(int seconds) {
        return minting(body -> minted(Instant.now().getEpochSecond() + seconds));
    }

    Script minting(int status, String body) {
        return minting(asked -> new Reply(status, body));
    }

    Script minting(Function<String, Reply> other) {
        return new Script(other, handshake, events);
    }

    Script shakingHands(int status, String body) {
        return new Script(mint, Optional.of(new Reply(status, body)), events);
    }

    Script saying(String cue, String... lines) {
        Map<String, List<String>> more = new TreeMap<>(events);
        more.put(cue, List.of(lines));
        return new Script(mint, handshake, more);
    }
}
