package dev.ephemint.conformance.vendor;

import dev.ephemint.conformance.http.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What a scripted vendor does with a request. */
@FunctionalInterface
public interface Reaction {
    /** The socket is closed afterwards. */
    void on(Message request, Socket socket) throws IOException;

    static Reaction answer(Message answer) {
        return (request, socket) -> socket.getOutputStream().write(wire(answer, bytes(answer.body())));
    }

    /** One after the other; the last one again for all that follow. */
    static Reaction inOrder(List<Reaction> reactions) {
        AtomicInteger next = new AtomicInteger();
        return (request, socket) -> {
            int current = Math.min(next.getAndIncrement(), reactions.size() - 1);
            reactions.get(current).on(request, socket);
        };
    }

    /** Drops the connection without a word. */
    static Reaction reset() {
        return (request, socket) -> socket.setSoLinger(true, 0);
    }

    /** Never answers; ends when the caller hangs up. */
    static Reaction hang() {
        return (request, socket) -> waitForHangUp(socket);
    }

    /** Sends half of the answer and then nothing more, until the caller hangs up. */
    static Reaction stall(Message answer) {
        return (request, socket) -> {
            sendHalf(answer, socket.getOutputStream());
            waitForHangUp(socket);
        };
    }

    /** Closes in the middle of the answer's body. */
    static Reaction truncate(Message answer) {
        return (request, socket) -> sendHalf(answer, socket.getOutputStream());
    }

    /** An answer whose body is filled up with blanks to this many bytes: still JSON, but too much of it. */
    static Reaction oversize(Message answer, int size) {
        return (request, socket) -> {
            byte[] padded = new byte[size];
            Arrays.fill(padded, (byte) ' ');
            byte[] body = bytes(answer.body());
            System.arraycopy(body, 0, padded, 0, body.length);
            socket.getOutputStream().write(wire(answer, padded));
        };
    }

    private static void sendHalf(Message answer, OutputStream out) throws IOException {
        byte[] wire = wire(answer, bytes(answer.body()));
        out.write(wire, 0, wire.length - bytes(answer.body()).length / 2);
        out.flush();
    }

    private static void waitForHangUp(Socket socket) throws IOException {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static byte[] wire(Message answer, byte[] body) {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 ").append(answer.status()).append(" \r\n");
        answer.headers().forEach(header -> head.append(header).append("\r\n"));
        head.append("content-length: ").append(body.length).append("\r\nconnection: close\r\n\r\n");
        byte[] start = bytes(head.toString());
        byte[] wire = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, wire, start.length, body.length);
        return wire;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
