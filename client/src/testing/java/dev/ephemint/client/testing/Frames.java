package dev.ephemint.client.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What a server sends by RFC 6455. */
final class Frames {

    private static final int LAST = 0x80;

    private Frames() {}

    /** Of up to 65535 bytes, unmasked. */
    static byte[] of(int opcode, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 4).put((byte) (LAST | opcode));
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else {
            frame.put((byte) 126).putShort((short) payload.length);
        }
        frame.put(payload).flip();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }

    /** The server's response to the client's key. */
    static String proof(String key) {
        try {
            byte[] accepted = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(accepted));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
