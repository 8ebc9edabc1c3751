package dev.ephemint.testing.socket;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The server's end of a WebSocket: as much of RFC 6455 as is needed for a client that keeps to it. */
public final class RawWebSocket {

    private static final int LAST = 0x80;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final RawPeer peer;

    private RawWebSocket(RawPeer peer) {
        this.peer = peer;
    }

    /** Accepts a handshake. */
    public static RawWebSocket accept(RawPeer peer, RawRequest handshake) throws IOException {
        peer.write(
                "HTTP/1.1 101 Switching Protocols",
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Accept: " + proof(handshake.header("sec-websocket-key")),
                "",
                "");
        return new RawWebSocket(peer);
    }

    private static String proof(String key) {
        try {
            byte[] accepted = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(accepted));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Sends a text in one frame. */
    public void send(String text) throws IOException {
        send(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a close frame. */
    public void close(int code, String reason) throws IOException {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        send(
                CLOSE,
                ByteBuffer.allocate(2 + text.length)
                        .putShort((short) code)
                        .put(text)
                        .array());
    }

    private void send(int opcode, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 10).put((byte) (LAST | opcode));
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else if (payload.length <= 0xffff) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        frame.put(payload).flip();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        peer.write(bytes);
    }

    /** The next text, {@code close 1000}, or {@code end} if the client dropped the connection. Pings get a pong. */
    public String receive() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            while (true) {
                int first = peer.input().readUnsignedByte();
                byte[] payload = payload(peer.input());
                switch (first & 0x0f) {
                    case CLOSE -> {
                        return "close "
                                + Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort());
                    }
                    case PING -> send(PONG, payload);
                    case PONG -> {}
                    default -> {
                        text.writeBytes(payload);
                        RawPeer.bounded(text.size());
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

    private static byte[] payload(DataInputStream input) throws IOException {
        long length = input.readUnsignedByte() & 0x7f;
        length = length == 126 ? input.readUnsignedShort() : length == 127 ? input.readLong() : length;
        byte[] mask = input.readNBytes(4);
        byte[] payload = input.readNBytes(RawPeer.bounded(length));
        for (int at = 0; at < payload.length; at++) {
            payload[at] ^= mask[at % 4];
        }
        return payload;
    }
}
