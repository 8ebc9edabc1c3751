package dev.ephemint.server.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says what no HTTP client would say. */
final class RawHttp {

    private RawHttp() {}

    /** The whole answer to a request of this head and no body. */
    static String exchange(RunningEdge edge, String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", edge.server().uri().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
