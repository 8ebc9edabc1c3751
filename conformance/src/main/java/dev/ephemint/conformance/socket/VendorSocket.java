package dev.ephemint.conformance.socket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.tape.SocketClose;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A client's end of a vendor's socket, which records what it receives and sends only on request.
 *
 * <p>With the JDK's client, because the WebSocket module of Apache HttpClient 5 is an alpha of 5.7 (2026-08-14).
 */
public final class VendorSocket implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int SECONDS = 30;

    private final BlockingQueue<Object> received;
    private final WebSocket socket;

    private VendorSocket(BlockingQueue<Object> received, WebSocket socket) {
        this.received = received;
        this.socket = socket;
    }

    /**
     * Opens the socket and sends the first events.
     *
     * @throws HandshakeRefusedException if the handshake is rejected
     */
    public static VendorSocket open(Connect connect) {
        BlockingQueue<Object> received = new LinkedBlockingQueue<>();
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
        connect.headers().forEach(builder::header);
        List<String> offered = connect.subprotocols();
        if (!offered.isEmpty()) {
            builder.subprotocols(
                    offered.get(0), offered.subList(1, offered.size()).toArray(String[]::new));
        }
        try {
            WebSocket socket =
                    builder.buildAsync(connect.url(), new Ear(received)).join();
            VendorSocket opened = new VendorSocket(received, socket);
            connect.firstEvents().forEach(opened::send);
            return opened;
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof WebSocketHandshakeException refused) {
                throw new HandshakeRefusedException(response(refused.getResponse()));
            }
            throw failed;
        }
    }

    private static Message response(HttpResponse<?> response) {
        List<Header> headers = new ArrayList<>();
        response.headers()
                .map()
                .forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
        return new Message(
                Integer.toString(response.statusCode()),
                headers,
                response.body() == null ? "" : response.body().toString());
    }

    public VendorSocket send(JsonNode event) {
        return sendText(ExactJson.write(event));
    }

    /** Sends any text, JSON or not. */
    public VendorSocket sendText(String message) {
        socket.sendText(message, true).join();
        return this;
    }

    /** Audio in the format of the session, as one event. */
    public VendorSocket append(byte[] audio) {
        return sendText("{\"type\":\"input_audio_buffer.append\",\"audio\":\""
                + Base64.getEncoder().encodeToString(audio) + "\"}");
    }

    public VendorSocket commit() {
        return sendText("{\"type\":\"input_audio_buffer.commit\"}");
    }

    /** The next event. */
    public JsonNode next() {
        return nextUnlessClosed()
                .orElseThrow(() -> new IllegalStateException("the socket closed where an event was due"));
    }

    /** The next event; empty if the vendor closed the socket. */
    public Optional<JsonNode> nextUnlessClosed() {
        return take() instanceof JsonNode event ? Optional.of(event) : Optional.empty();
    }

    /** All events up to one of this type. */
    public List<JsonNode> until(String type) {
        List<JsonNode> events = new ArrayList<>();
        do {
            events.add(next());
        } while (!events.get(events.size() - 1).path("type").asText().equals(type));
        return events;
    }

    /** How the vendor closed the socket. */
    public SocketClose closed() {
        Object taken = take();
        if (taken instanceof SocketClose close) {
            return close;
        }
        throw new IllegalStateException("an event where the close was due: " + taken);
    }

    private Object take() {
        try {
            Object next = received.poll(SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("nothing came for " + SECONDS + " seconds");
            }
            return next;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static final class Ear implements WebSocket.Listener {
        private final BlockingQueue<Object> received;
        private final StringBuilder partial = new StringBuilder();

        Ear(BlockingQueue<Object> received) {
            this.received = received;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                received.add(ExactJson.parse(partial.toString()));
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
            received.add(new SocketClose(statusCode, reason));
            return null;
        }
    }
}
