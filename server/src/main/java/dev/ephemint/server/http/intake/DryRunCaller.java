package dev.ephemint.server.http.intake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/**
 * Sends requests that are to be rejected, each over a connection of its own.
 *
 * @param port of loopback
 */
record DryRunCaller(int port) {

    static final int AT_ONCE = 16;

    /** Long enough for a busy machine: no start waits for it. */
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final byte[] REQUEST = """
            POST /v1/realtime/client_secrets HTTP/1.1\r
            Host: 127.0.0.1\r
            Content-Type: application/json\r
            Content-Length: 2\r
            \r
            {}""".getBytes(StandardCharsets.US_ASCII);

    private static final String REJECTED = "HTTP/1.1 503";

    /** Sends so many, fewer if it is to end. Returns how many were rejected. */
    int send(int requests, BooleanSupplier ends) throws IOException {
        int rejected = 0;
        Deque<Socket> waiting = new ArrayDeque<>();
        try {
            for (int sent = 0; sent < requests && !ends.getAsBoolean(); sent++) {
                waiting.add(sent());
                if (waiting.size() == AT_ONCE) {
                    rejected += rejected(waiting);
                }
            }
            return rejected + rejected(waiting);
        } finally {
            for (Socket left : waiting) {
                left.close();
            }
        }
    }

    private Socket sent() throws IOException {
        Socket socket = new Socket();
        try {
            socket.setSoTimeout((int) TIMEOUT.toMillis());
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) TIMEOUT.toMillis());
            socket.getOutputStream().write(REQUEST);
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    private static int rejected(Deque<Socket> waiting) throws IOException {
        int rejected = 0;
        while (!waiting.isEmpty()) {
            try (Socket socket = waiting.remove()) {
                byte[] begin = socket.getInputStream().readNBytes(REJECTED.length());
                rejected += REJECTED.equals(new String(begin, StandardCharsets.US_ASCII)) ? 1 : 0;
            }
        }
        return rejected;
    }
}
