package dev.ephemint.conformance.vendor;

import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.Message;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads HTTP/1.1 requests from a socket and rejects anything that RFC 9112 does not allow. */
final class HttpRequestReader {
    private final InputStream in;

    HttpRequestReader(InputStream in) {
        this.in = in;
    }

    /** The next request, or empty if the peer closed the connection before one. */
    Optional<Message> read() throws IOException {
        Optional<String> first = line();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = first.get().split(" ", -1);
        if (parts.length != 3 || !parts[2].equals("HTTP/1.1")) {
            throw new IOException("not a request line: " + first.get());
        }
        Message head = new Message(parts[0] + " " + parts[1], headers(), "");
        return Optional.of(new Message(head.start(), head.headers(), body(head)));
    }

    private List<Header> headers() throws IOException {
        List<Header> headers = new ArrayList<>();
        for (String line = requiredLine(); !line.isEmpty(); line = requiredLine()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("not a header line: " + line);
            }
            headers.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return headers;
    }

    private String body(Message head) throws IOException {
        if (head.header("transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
            return new String(chunks(), StandardCharsets.UTF_8);
        }
        int length = Integer.parseInt(head.header("content-length").orElse("0"));
        return new String(exactly(length), StandardCharsets.UTF_8);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(exactly(size));
            requiredLine();
        }
        requiredLine();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(requiredLine().replaceFirst(";.*", ""), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the body ended after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private String requiredLine() throws IOException {
        return line().orElseThrow(() -> new EOFException("the request ended in its head"));
    }

    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return line.size() == 0 ? Optional.empty() : Optional.of(line.toString(StandardCharsets.UTF_8));
            }
            line.write(next);
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8).stripTrailing());
    }
}
