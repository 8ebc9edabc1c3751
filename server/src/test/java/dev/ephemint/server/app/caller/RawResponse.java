package dev.ephemint.server.app.caller;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The response to a request that was written byte by byte. */
record RawResponse(int status, List<String> head, String body) {

    private static final int TIMEOUT_MILLIS = 20_000;

    /** @param declared the length that the request declares; nothing follows the body */
    static RawResponse post(URI base, String path, List<String> headers, String body, int declared) throws IOException {
        StringBuilder request = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\n")
                .append("Connection: close\r\nContent-Type: application/json\r\nContent-Length: " + declared + "\r\n");
        headers.forEach(header -> request.append(header).append("\r\n"));
        request.append("\r\n").append(body);
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static RawResponse parse(String text) {
        String[] parts = text.split("\r\n\r\n", 2);
        List<String> head = parts[0].lines().toList();
        return new RawResponse(Integer.parseInt(head.get(0).split(" ", -1)[1]), head, parts[1]);
    }

    Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return head.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }
}
