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
public interface VendorReaction {
    /** The socket is closed afterwards. */
    void on(Message request, Socket socket) throws IOException;

    static VendorReaction response(Message response) {
        return (request, socket) -> socket.getOutputStream().write(wire(response, bytes(response.body())));
    }

    /** One after the other; the last one again for all that follow. */
    static VendorReaction inOrder(List<VendorReaction> reactions) {
        AtomicInteger next = new AtomicInteger();
        return (request, socket) -> {
            int current = Math.min(next.getAndIncrement(), reactions.size() - 1);
            reactions.get(current).on(request, socket);
        };
    }

    /** Resets the connection. */
    static VendorReaction reset() {
        return (request, socket) -> socket.setSoLinger(true, 0);
    }

    /** Never responds; ends when the caller closes the connection. */
    static VendorReaction hang() {
        return (request, socket) -> waitForHangUp(socket);
    }

    /** Sends half of the response, then nothing until the caller closes the connection. */
    static VendorReaction stall(Message response) {
        return (request, socket) -> {
            sendHalf(response, socket.getOutputStream());
            waitForHangUp(socket);
        };
    }

    /** Closes the connection in the middle of the response's body. */
    static VendorReaction truncate(Message response) {
        return (request, socket) -> sendHalf(response, socket.getOutputStream());
    }

    /** A response whose body is padded with blanks to this many bytes, so it is JSON but too large. */
    static VendorReaction oversize(Message response, int size) {
        return (request, socket) -> {
            byte[] padded = new byte[size];
            Arrays.fill(padded, (byte) ' ');
            byte[] body = bytes(response.body());
            System.arraycopy(body, 0, padded, 0, body.length);
            socket.getOutputStream().write(wire(response, padded));
        };
    }

    private static void sendHalf(Message response, OutputStream out) throws IOException {
        byte[] wire = wire(response, bytes(response.body()));
        out.write(wire, 0, wire.length - bytes(response.body()).length / 2);
        out.flush();
    }

    private static void waitForHangUp(Socket socket) throws IOException {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static byte[] wire(Message response, byte[] body) {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 ").append(response.status()).append(" \r\n");
        response.headers().forEach(header -> head.append(header).append("\r\n"));
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
