package dev.ephemint.client.testing;

import dev.ephemint.testing.socket.RawPeer;
import dev.ephemint.testing.socket.RawRequest;
import dev.ephemint.testing.socket.RawWebSocket;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The vendor's end of one connection. */
public final class FakePeer implements Closeable {

    private final RawPeer peer;
    private final RawRequest handshake;
    private @Nullable RawWebSocket socket;

    FakePeer(RawPeer peer, RawRequest handshake) {
        this.peer = peer;
        this.handshake = handshake;
    }

    /** The handshake's first line. */
    public String requestLine() {
        return handshake.line();
    }

    /** A header of the handshake, by its name in lower case. */
    public String header(String name) {
        return handshake.header(name);
    }

    /** Responds to the handshake with a status and headers, one per line, and a body. */
    public void refuse(String statusAndHeaders, String body) throws IOException {
        peer.write("HTTP/1.1 " + statusAndHeaders, "content-length: " + body.length(), "", body);
    }

    /** Accepts the connection. */
    public FakePeer accept() throws IOException {
        socket = RawWebSocket.accept(peer, handshake);
        return this;
    }

    private RawWebSocket accepted() {
        RawWebSocket open = socket;
        if (open == null) {
            throw new IllegalStateException("accept() was not called");
        }
        return open;
    }

    /** Accepts the connection and begins a session in which the client commits. */
    public FakePeer begin() throws IOException {
        return accept().send(FakeVendor.CREATED);
    }

    /** Receives the event that configures the session, and confirms it. */
    public FakePeer configure() throws IOException {
        receive();
        return send("{\"type\":\"session.updated\",\"event_id\":\"e\",\"session\":{\"type\":\"transcription\","
                + "\"audio\":{\"input\":{\"turn_detection\":null}}}}");
    }

    /** Sends an event, as JSON. */
    public FakePeer send(String event) throws IOException {
        accepted().send(event);
        return this;
    }

    /** Sends an event of a turn, with the item's id and further members, each after a comma. */
    public FakePeer send(String type, String item, String more) throws IOException {
        return send("{\"type\":\"" + type + "\",\"event_id\":\"e\",\"item_id\":\"" + item + "\"" + more + "}");
    }

    /** Begins a turn with the audio so far. */
    public FakePeer committed(String item) throws IOException {
        return send("input_audio_buffer.committed", item, ",\"previous_item_id\":null");
    }

    /** Sends a piece of a turn's text. */
    public FakePeer delta(String item, String text) throws IOException {
        return send(FakeVendor.TRANSCRIPTION + "delta", item, ",\"content_index\":0,\"delta\":\"" + text + "\"");
    }

    /** Sends a turn's whole text. */
    public FakePeer completed(String item, String text) throws IOException {
        return send(
                FakeVendor.TRANSCRIPTION + "completed", item, ",\"content_index\":0,\"transcript\":\"" + text + "\"");
    }

    /** Reports that a turn was not transcribed, with a code. */
    public FakePeer failed(String item, String code) throws IOException {
        return send(
                FakeVendor.TRANSCRIPTION + "failed",
                item,
                ",\"content_index\":0,\"error\":{\"type\":\"server_error\",\"code\":\"" + code
                        + "\",\"message\":\"Failed.\",\"param\":null}");
    }

    /** Rejects what was sent, with an event. */
    public FakePeer error(String code, String message) throws IOException {
        return error("invalid_request_error", code, message, null);
    }

    /** Rejects what was sent, with an event that names the parameter at fault or none. */
    public FakePeer error(String type, String code, String message, @Nullable String param) throws IOException {
        return send("{\"type\":\"error\",\"event_id\":\"e\",\"error\":{\"type\":\"" + type + "\",\"code\":\"" + code
                + "\",\"message\":\"" + message + "\",\"param\":" + (param == null ? "null" : "\"" + param + "\"")
                + ",\"event_id\":null}}");
    }

    /** Sends a close. */
    public void close(int code) throws IOException {
        close(code, "");
    }

    /** Sends a close with its reason. */
    public void close(int code, String reason) throws IOException {
        accepted().close(code, reason);
    }

    /** The next text, {@code close 1000} or {@code end}. Pings get a pong. */
    public String receive() throws IOException {
        return accepted().receive();
    }

    /** Receives the client's close, after any audio, and closes too. */
    public void end() throws IOException {
        String received = receive();
        while (received.contains("input_audio_buffer.append")) {
            received = receive();
        }
        if (!received.equals("close 1000")) {
            throw new AssertionError("no close, but " + received);
        }
        close(1000);
    }

    /** Drops the connection without a close. */
    @Override
    public void close() throws IOException {
        peer.close();
    }
}
