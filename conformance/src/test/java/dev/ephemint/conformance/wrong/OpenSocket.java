package dev.ephemint.conformance.wrong;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A WebSocket that anyone may open, with any query: it sends one event. */
final class OpenSocket implements AutoCloseable {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final String EVENT =
            "{\"type\":\"session.created\",\"event_id\":\"event_1\",\"session\":{\"type\":\"transcription\","
                    + "\"id\":\"sess_1\",\"object\":\"realtime.transcription_session\"}}";

    private final ServerSocket server;

    private OpenSocket(ServerSocket server) {
        this.server = server;
    }

    static OpenSocket start() {
        try {
            OpenSocket open = new OpenSocket(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread thread = new Thread(open::accept, "open-socket");
            thread.setDaemon(true);
            thread.start();
            return open;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Host and port. */
    String authority() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** One after the other: the kit opens no two at once. */
    private void accept() {
        while (!server.isClosed()) {
            serveNext();
        }
    }

    private void serveNext() {
        try (Socket socket = server.accept()) {
            serve(socket);
        } catch (IOException closed) {
            // By the kit, which has seen enough, or by close.
            return;
        }
    }

    private static void serve(Socket socket) throws IOException {
        String key = head(socket.getInputStream()).replaceFirst("(?is).*sec-websocket-key: *(\\S+).*", "$1");
        OutputStream out = socket.getOutputStream();
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accepted(key) + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        byte[] event = EVENT.getBytes(StandardCharsets.UTF_8);
        out.write(new byte[] {(byte) 0x81, 126, (byte) (event.length >> 8), (byte) event.length});
        out.write(event);
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.UTF_8);
    }

    /** RFC 6455, 4.2.2. */
    private static String accepted(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
