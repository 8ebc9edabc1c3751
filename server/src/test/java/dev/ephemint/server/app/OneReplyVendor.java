package dev.ephemint.server.app;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A vendor that sends the same reply to every request, over one connection after the other. */
final class OneReplyVendor implements AutoCloseable {

    private static final String LENGTH = "content-length: ";

    private final ServerSocket socket;
    private final byte[] reply;

    private OneReplyVendor(ServerSocket socket, String body) {
        this.socket = socket;
        this.reply = ("HTTP/1.1 200 OK\r\nDate: Fri, 27 Nov 2026 12:00:00 GMT\r\nContent-Type: application/json\r\n"
                        + "x-request-id: req_0123456789abcdef0123456789abcdef\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** @param body ASCII */
    static OneReplyVendor start(String body) throws IOException {
        OneReplyVendor vendor = new OneReplyVendor(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), body);
        Thread thread = new Thread(vendor::serve, "vendor");
        thread.setDaemon(true);
        thread.start();
        return vendor;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept();
                    InputStream in = new BufferedInputStream(connection.getInputStream());
                    OutputStream out = connection.getOutputStream()) {
                connection.setTcpNoDelay(true);
                while (readRequest(in)) {
                    out.write(reply);
                }
            } catch (IOException ended) {
                // The next connection, if there is one.
            }
        }
    }

    private static boolean readRequest(InputStream in) throws IOException {
        int length = 0;
        String line = readLine(in);
        boolean any = !line.isEmpty();
        while (!line.isEmpty()) {
            if (line.startsWith(LENGTH)) {
                length = Integer.parseInt(line.substring(LENGTH.length()));
            }
            line = readLine(in);
        }
        in.skipNBytes(length);
        return any;
    }

    /** In lower case; empty at the end of the head and of the stream. */
    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append(Character.toLowerCase((char) c));
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
