package dev.ephemint.testing;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends bytes that no HTTP client would send. */
public final class RawHttp {

    /** Only ends a test that hangs. */
    private static final int HANG_MILLIS = 600_000;

    private RawHttp() {}

    /** The whole response to a request with this head and no body. */
    public static String exchange(URI server, String head) throws IOException {
        return send(server, head + "Connection: close\r\n\r\n");
    }

    /** Everything that the server sends after these bytes, until it closes the connection. */
    public static String send(URI server, String bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.getPort())) {
            socket.setSoTimeout(HANG_MILLIS);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
