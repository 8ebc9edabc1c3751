package dev.ephemint.testing;

import dev.ephemint.testing.socket.RawPeer;
import dev.ephemint.testing.socket.RawRequest;
import dev.ephemint.testing.socket.RawServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** An HTTP server on a free port of loopback, a vendor for example: scripted replies, recorded requests. */
public final class FakeHttpServer implements AutoCloseable {

    /** A scripted response. */
    public record Reply(int status, Map<String, String> headers, String body) {

        /** Without headers. */
        public static Reply of(int status, String body) {
            return new Reply(status, Map.of(), body);
        }

        public static Reply json(int status, String body) {
            return new Reply(status, Map.of("content-type", "application/json"), body);
        }

        public Reply with(String name, String value) {
            if (!isValid(value)) {
                throw new IllegalArgumentException("not the value of a header: " + value);
            }
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Reply(status, more, body);
        }

        /** With a header, or without it if no header can have the value. */
        public Reply withIfValid(String name, String value) {
            return isValid(value) ? with(name, value) : this;
        }

        private static boolean isValid(String value) {
            return value.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        }
    }

    private final RawServer server;

    /** Sends the replies in order; the last is repeated. */
    public FakeHttpServer(Reply... replies) {
        this(inOrder(replies));
    }

    /** Replies to each request. */
    public FakeHttpServer(Function<RawRequest, Reply> replies) {
        server = RawServer.handling((peer, request) -> send(peer, replies.apply(request)));
    }

    private static Function<RawRequest, Reply> inOrder(Reply... replies) {
        Deque<Reply> left = new ArrayDeque<>(List.of(replies));
        return request -> {
            synchronized (left) {
                return left.size() > 1 ? left.remove() : left.element();
            }
        };
    }

    /** Sends a response on a connection. */
    public static void send(RawPeer peer, Reply reply) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " Scripted\r\n");
        reply.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        if (reply.status() != 204 && reply.status() != 304) {
            head.append("content-length: ")
                    .append(reply.body().getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n");
        }
        peer.write(head + "\r\n" + reply.body());
    }

    /** The base URL, with no path. */
    public String url() {
        return server.url();
    }

    /** The requests so far, the oldest first. */
    public List<RawRequest> requests() {
        return server.requests();
    }

    @Override
    public void close() {
        server.close();
    }
}
