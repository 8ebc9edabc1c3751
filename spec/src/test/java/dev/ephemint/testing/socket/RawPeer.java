package dev.ephemint.testing.socket;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The server's end of one connection. */
public final class RawPeer implements Closeable {

    /** Of a body, a line or a frame. */
    static final int MAX_BYTES = 32 << 20;

    private final Socket socket;
    private final int number;
    private final Consumer<RawRequest> received;
    private final DataInputStream input;
    private final OutputStream output;

    RawPeer(Socket socket, int number, Consumer<RawRequest> received) throws IOException {
        this.socket = socket;
        this.number = number;
        this.received = received;
        this.input = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.output = socket.getOutputStream();
    }

    /** The next request, or nothing once the client has closed the connection. */
    public Optional<RawRequest> readRequest() throws IOException {
        String first = line();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(); header.indexOf(':') > 0; header = line()) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        byte[] body = input.readNBytes(bounded(Long.parseLong(headers.getOrDefault("content-length", "0"))));
        RawRequest request = new RawRequest(first, headers, new String(body, StandardCharsets.UTF_8), number);
        received.accept(request);
        return Optional.of(request);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next >= 0 && next != '\n'; next = input.read()) {
            line.append((char) next);
            bounded(line.length());
        }
        return line.toString().strip();
    }

    static int bounded(long length) throws IOException {
        if (length < 0 || length > MAX_BYTES) {
            throw new IOException(length + " bytes are more than a test needs");
        }
        return (int) length;
    }

    /** Sends lines with a line break between two of them, and none after the last. */
    public RawPeer write(String... lines) throws IOException {
        write(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    void write(byte[] bytes) throws IOException {
        output.write(bytes);
        output.flush();
    }

    DataInputStream input() {
        return input;
    }

    /** Reads until the client has closed: closing with unread input would destroy what was sent last. */
    void drain() throws IOException {
        input.transferTo(OutputStream.nullOutputStream());
    }

    /** Drops the connection with a reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    boolean isClosed() {
        return socket.isClosed();
    }

    /** Drops the connection. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
