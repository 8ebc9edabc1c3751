package dev.ephemint.server.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends what no HTTP client would send. */
final class RawHttp {

    private RawHttp() {}

    /** The whole response to a request of this head and no body. */
    static String exchange(RunningEdge edge, String head) throws IOException {
        return send(edge, head + "Connection: close\r\n\r\n");
    }

    /** Everything that is received for these bytes until the server closes the connection. */
    static String send(RunningEdge edge, String bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", edge.server().uri().getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
