package dev.ephemint.client.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The vendor's end of one connection: RFC 6455 in as much as a client needs that keeps to it. */
public final class FakePeer implements Closeable {

    private static final int LAST = 0x80;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final Socket socket;
    private final DataInputStream input;
    private final OutputStream output;
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private volatile String requestLine = "";

    FakePeer(Socket socket) throws IOException {
        this.socket = socket;
        this.input = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.output = socket.getOutputStream();
    }

    void readRequest() throws IOException {
        requestLine = line();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] parts = line.split(": ?", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts.length > 1 ? parts[1] : "");
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = input.readUnsignedByte(); read != '\n'; read = input.readUnsignedByte()) {
            line.append((char) read);
        }
        return line.toString().strip();
    }

    /** The handshake's first line. */
    public String requestLine() {
        return requestLine;
    }

    /** A header of the handshake, by its name in lower case. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Responds to the handshake with a status and headers, one per line, and a body. */
    public void refuse(String statusAndHeaders, String body) throws IOException {
        write("HTTP/1.1 " + statusAndHeaders + "\r\ncontent-length: " + body.length() + "\r\n\r\n" + body);
    }

    /** Takes the connection. */
    public FakePeer accept() throws IOException {
        write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                + Frames.proof(header("sec-websocket-key")) + "\r\n\r\n");
        return this;
    }

    /** Takes the connection and begins a session in which the client commits. */
    public FakePeer begin() throws IOException {
        return accept().say(FakeVendor.CREATED);
    }

    /** Receives the event that configures the session, and confirms it. */
    public FakePeer configure() throws IOException {
        receive();
        return say("{\"type\":\"session.updated\",\"event_id\":\"e\",\"session\":{\"type\":\"transcription\","
                + "\"audio\":{\"input\":{\"turn_detection\":null}}}}");
    }

    /** Sends an event, as JSON. */
    public FakePeer say(String event) throws IOException {
        write(Frames.of(TEXT, event.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** Sends an event of a turn, with the item's id and further members, each after a comma. */
    public FakePeer say(String type, String item, String more) throws IOException {
        return say("{\"type\":\"" + type + "\",\"event_id\":\"e\",\"item_id\":\"" + item + "\"" + more + "}");
    }

    /** Begins a turn with the audio so far. */
    public FakePeer committed(String item) throws IOException {
        return say("input_audio_buffer.committed", item, ",\"previous_item_id\":null");
    }

    /** Sends a piece of a turn's text. */
    public FakePeer delta(String item, String text) throws IOException {
        return say(FakeVendor.TRANSCRIPTION + "delta", item, ",\"content_index\":0,\"delta\":\"" + text + "\"");
    }

    /** Sends a turn's whole text. */
    public FakePeer completed(String item, String text) throws IOException {
        return say(
                FakeVendor.TRANSCRIPTION + "completed", item, ",\"content_index\":0,\"transcript\":\"" + text + "\"");
    }

    /** Says that a turn has no text, for the reason of a code. */
    public FakePeer failed(String item, String code) throws IOException {
        return say(
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
        return say("{\"type\":\"error\",\"event_id\":\"e\",\"error\":{\"type\":\"" + type + "\",\"code\":\"" + code
                + "\",\"message\":\"" + message + "\",\"param\":" + (param == null ? "null" : "\"" + param + "\"")
                + ",\"event_id\":null}}");
    }

    /** Says goodbye. */
    public void close(int code) throws IOException {
        close(code, "");
    }

    /** Says goodbye and why. */
    public void close(int code, String reason) throws IOException {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        payload.write(code >> 8);
        payload.write(code);
        payload.writeBytes(reason.getBytes(StandardCharsets.UTF_8));
        write(Frames.of(CLOSE, payload.toByteArray()));
    }

    /** The next text, {@code close 1000} or {@code end}. Pings get a pong. */
    public String receive() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            while (true) {
                int first = input.readUnsignedByte();
                byte[] payload = payload();
                switch (first & 0x0f) {
                    case CLOSE -> {
                        return "close " + (((payload[0] & 0xff) << 8) | (payload[1] & 0xff));
                    }
                    case PING -> write(Frames.of(PONG, payload));
                    case PONG -> {}
                    default -> {
                        text.writeBytes(payload);
                        if ((first & LAST) != 0) {
                            return text.toString(StandardCharsets.UTF_8);
                        }
                    }
                }
            }
        } catch (EOFException gone) {
            return "end";
        }
    }

    /** Dropping a connection with unread input would destroy what was sent on it last. */
    void listenUntilGone() throws IOException {
        input.transferTo(OutputStream.nullOutputStream());
    }

    private byte[] payload() throws IOException {
        int length = input.readUnsignedByte() & 0x7f;
        length = length == 126 ? input.readUnsignedShort() : length == 127 ? (int) input.readLong() : length;
        byte[] mask = input.readNBytes(4);
        byte[] payload = input.readNBytes(length);
        for (int at = 0; at < payload.length; at++) {
            payload[at] ^= mask[at % 4];
        }
        return payload;
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

    private void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] bytes) throws IOException {
        output.write(bytes);
        output.flush();
    }

    /** Drops the connection without a word. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
