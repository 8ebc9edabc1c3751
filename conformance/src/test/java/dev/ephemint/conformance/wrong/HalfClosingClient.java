package dev.ephemint.conformance.wrong;

import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.Message;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends a request, closes its half of the connection, and reads the response to its end. A vendor that waits for its caller to
 * hang up ends the connection then, so that a gateway with this client notices a silent vendor without a timeout.
 */
final class HalfClosingClient {
    private static final int LARGEST = 1 << 20;

    private HalfClosingClient() {}

    /** @throws IOException if the response is incomplete or too large */
    static Message call(URI vendor, Message request) throws IOException {
        return send(vendor, request, true);
    }

    /** The same without closing the half: it waits for as long as the vendor is silent. */
    static Message callAndWait(URI vendor, Message request) throws IOException {
        return send(vendor, request, false);
    }

    private static Message send(URI vendor, Message request, boolean halfClosing) throws IOException {
        try (Socket socket = new Socket(vendor.getHost(), vendor.getPort())) {
            socket.getOutputStream().write(wire(vendor, request));
            if (halfClosing) {
                socket.shutdownOutput();
            }
            return read(socket.getInputStream());
        }
    }

    private static byte[] wire(URI vendor, Message request) {
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(request.start())
                .append(" HTTP/1.1\r\nhost: ")
                .append(vendor.getAuthority())
                .append("\r\n");
        request.headers().forEach(header -> head.append(header).append("\r\n"));
        head.append("content-length: ").append(body.length).append("\r\n\r\n");
        return (head + request.body()).getBytes(StandardCharsets.UTF_8);
    }

    private static Message read(InputStream in) throws IOException {
        String wire = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
        int end = wire.indexOf("\r\n\r\n");
        if (!wire.startsWith("HTTP/1.1 ") || end < 0) {
            throw new IOException("no response");
        }
        List<String> lines = List.of(wire.substring(0, end).split("\r\n"));
        List<Header> headers = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            headers.add(new Header(line.replaceFirst(":.*", ""), line.replaceFirst("^[^:]*: *", "")));
        }
        Message response = new Message(lines.get(0).substring(9, 12), headers, wire.substring(end + 4));
        int length = Integer.parseInt(response.header("content-length").orElse("0"));
        if (response.body().getBytes(StandardCharsets.UTF_8).length != length) {
            throw new IOException("incomplete or too large");
        }
        return response;
    }
}
