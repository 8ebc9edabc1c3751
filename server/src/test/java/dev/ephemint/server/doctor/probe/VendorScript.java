package dev.ephemint.server.doctor.probe;

import dev.ephemint.testing.FakeHttpServer.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The script of a vendor.
 *
 * @param mint to the body of each mint
 * @param handshake in place of a socket
 * @param events to being opened ({@code open}) and to each type of event; four digits, and a reason after them, close the socket
 */
public record VendorScript(Function<String, Reply> mint, Optional<Reply> handshake, Map<String, List<String>> events) {

    static final String COMPLETED = "{\"type\":\"conversation.item.input_audio_transcription.completed\",";

    /** Of a vendor with which all is well. */
    public static VendorScript sound() {
        return new VendorScript(
                body -> minted(Instant.now().getEpochSecond() + 120),
                Optional.empty(),
                Map.of(
                        "open", List.of("{\"type\":\"session.created\"}"),
                        "session.update", List.of("{\"type\":\"session.updated\"}"),
                        "input_audio_buffer.commit", List.of(COMPLETED + "\"transcript\":\"Hello.\"}")));
    }

    public static Reply minted(long expiry) {
        return Reply.of(
                200,
                "{\"value\":\"planted-0123456789\",\"expires_at\":" + expiry
                        + ",\"session\":{\"type\":\"transcription\",\"id\":\"sess_1\"}}");
    }

    /** Minting for so many seconds from now. */
    public VendorScript minting(int seconds) {
        return minting(body -> minted(Instant.now().getEpochSecond() + seconds));
    }

    public VendorScript minting(int status, String body) {
        return minting(asked -> Reply.of(status, body));
    }

    public VendorScript minting(Function<String, Reply> other) {
        return new VendorScript(other, handshake, events);
    }

    public VendorScript withHandshake(int status, String body) {
        return new VendorScript(mint, Optional.of(Reply.of(status, body)), events);
    }

    public VendorScript saying(String cue, String... lines) {
        Map<String, List<String>> more = new TreeMap<>(events);
        more.put(cue, List.of(lines));
        return new VendorScript(mint, handshake, more);
    }
}
