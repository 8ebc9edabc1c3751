package dev.ephemint.client;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The vendor's end of one connection: RFC 6455 in as much as a client needs that keeps to it. */
final class FakePeer implements Closeable {

    private static final int TEXT = 1;
    private static final int CLOSE = 8;

    final String requestLine;
    final Map<String, String> headers = new LinkedHashMap<>();
    private final Socket socket;
    private final DataInputStream input;
    private final OutputStream output;

    FakePeer(Socket socket) throws IOException {
        this.socket = socket;
        this.input = new DataInputStream(socket.getInputStream());
        this.output = socket.getOutputStream();
        this.requestLine = line();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] parts = line.split(": ?", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = input.read(); read >= 0 && read != '\n'; read = input.read()) {
            line.append((char) read);
        }
        return line.toString().strip();
    }

    void refuse(String statusAndHeaders, String body) throws IOException {
        write("HTTP/1.1 " + statusAndHeaders + "\r\ncontent-length: " + body.length() + "\r\n\r\n" + body);
    }

    /** Takes the connection. */
    FakePeer accept() throws IOException {
        write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                + proof() + "\r\n\r\n");
        return this;
    }

    /** Takes the connection and begins a session. */
    FakePeer begin() throws IOException {
        return accept().say(FakeVendor.CREATED);
    }

    private String proof() {
        try {
            String accepted = headers.get("sec-websocket-key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-1").digest(accepted.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    FakePeer say(String event) throws IOException {
        frame(TEXT, event.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** An event of a turn, with the item's id and one more member. */
    FakePeer say(String type, String item, String more) throws IOException {
        return say("{\"type\":\"" + type + "\",\"event_id\":\"e\",\"item_id\":\"" + item + "\"" + more + "}");
    }

    FakePeer completed(String item, String transcript) throws IOException {
        return say(
                "conversation.item.input_audio_transcription.completed",
                item,
                ",\"content_index\":0,\"transcript\":\"" + transcript + "\"");
    }

    void close(int code) throws IOException {
        frame(CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
    }

    /** The next text, or what else came: {@code close 1000} or {@code end}. */
    String hear() throws IOException {
        int first = input.read();
        if (first < 0) {
            return "end";
        }
        int length = input.read() & 0x7f;
        length = length == 126 ? input.readUnsignedShort() : length == 127 ? (int) input.readLong() : length;
        byte[] mask = input.readNBytes(4);
        byte[] payload = input.readNBytes(length);
        for (int at = 0; at < payload.length; at++) {
            payload[at] ^= mask[at % 4];
        }
        return (first & 0x0f) == CLOSE
                ? "close " + (((payload[0] & 0xff) << 8) | (payload[1] & 0xff))
                : new String(payload, StandardCharsets.UTF_8);
    }

    /** Hears the client say goodbye, after audio at most, and says so too. */
    void end() throws IOException {
        String heard = hear();
        while (heard.contains("input_audio_buffer.append")) {
            heard = hear();
        }
        if (!heard.equals("close 1000")) {
            throw new AssertionError("no close, but " + heard);
        }
        close(1000);
    }

    private void frame(int opcode, byte[] payload) throws IOException {
        byte[] header = payload.length < 126
                ? new byte[] {(byte) (0x80 | opcode), (byte) payload.length}
                : new byte[] {(byte) (0x80 | opcode), 126, (byte) (payload.length >> 8), (byte) payload.length};
        output.write(header);
        output.write(payload);
        output.flush();
    }

    private void write(String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
        output.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
