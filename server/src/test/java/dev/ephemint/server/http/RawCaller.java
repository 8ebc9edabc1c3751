package dev.ephemint.server.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A caller that sends byte by byte as a test wants it to, over one connection. */
public final class RawCaller implements Closeable {

    private static final String BODY = "{\"session\":{\"type\":\"transcription\"}}";
    private static final int HANG_MILLIS = 60_000;

    private final Socket socket;

    private RawCaller(Socket socket) {
        this.socket = socket;
    }

    public static RawCaller of(URI server) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(HANG_MILLIS);
        socket.setTcpNoDelay(true);
        return new RawCaller(socket);
    }

    public RawCaller send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return this;
    }

    /** The head of a mint and the first part of its body. */
    public RawCaller beginMint() throws IOException {
        return send(mint().substring(0, mint().length() - 5));
    }

    public RawCaller endMint() throws IOException {
        return send(mint().substring(mint().length() - 5));
    }

    /** A whole request for a mint. */
    public static String mint() {
        return "POST /v1/realtime/client_secrets HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY;
    }

    /** The head of the next response. */
    public String receiveHead() throws IOException {
        InputStream stream = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = stream.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** The next response: head and body. */
    public String receive() throws IOException {
        InputStream stream = socket.getInputStream();
        String head = receiveHead();
        String length = head.toString().toLowerCase(Locale.ROOT).replaceAll("(?s).*content-length: (\\d+).*", "$1");
        return head + new String(stream.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
    }

    /** All that the server sends before it closes the connection. */
    public String receiveAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Whether the server closed the connection. */
    public boolean isEnded() throws IOException {
        return socket.getInputStream().read() < 0;
    }

    /** Sends no more, but still reads. */
    public void closeHalf() throws IOException {
        socket.shutdownOutput();
    }

    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
