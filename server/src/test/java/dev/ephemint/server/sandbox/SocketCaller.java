package dev.ephemint.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.Document;
import dev.ephemint.server.schema.ContractSchema;
import dev.ephemint.testing.ReceivedMessages;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A client's end of a sandbox's socket, which accepts only events of the contract's document. */
final class SocketCaller {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ReceivedMessages received = new ReceivedMessages();
    private final Document document;
    private @Nullable WebSocket socket;

    private SocketCaller(Document document) {
        this.document = document;
    }

    /** Headers are names and values in turn; a name of {@code subprotocol} offers one beside {@code realtime}. */
    static SocketCaller open(Sandbox sandbox, Document document, String pathAndQuery, String... headers) {
        SocketCaller caller = new SocketCaller(document);
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i].equals("subprotocol")) {
                builder.subprotocols("realtime", headers[i + 1]);
            } else {
                builder.header(headers[i], headers[i + 1]);
            }
        }
        caller.socket = builder.buildAsync(
                        URI.create(sandbox.uri().toString().replace("http:", "ws:") + pathAndQuery), caller.received)
                .join();
        return caller;
    }

    /** The rejection of a handshake: its status, a blank, its body or its location. */
    static String rejection(Sandbox sandbox, String pathAndQuery, String... headers) {
        try {
            open(sandbox, Document.CONTRACT, pathAndQuery, headers);
            return "101";
        } catch (CompletionException rejected) {
            var response = ((WebSocketHandshakeException) Objects.requireNonNull(rejected.getCause())).getResponse();
            assertThat(response.headers().firstValue("x-ephemint-sandbox")).hasValue("true");
            return response.statusCode() + " "
                    + response.headers().firstValue("location").orElse(String.valueOf(response.body()));
        }
    }

    String subprotocol() {
        return opened().getSubprotocol();
    }

    SocketCaller send(String event) {
        opened().sendText(event, true).join();
        return this;
    }

    SocketCaller sendBinary() {
        opened().sendBinary(ByteBuffer.wrap(new byte[4]), true).join();
        return this;
    }

    SocketCaller append(byte[] audio) {
        return send("{\"type\":\"input_audio_buffer.append\",\"audio\":\""
                + Base64.getEncoder().encodeToString(audio) + "\"}");
    }

    SocketCaller commit() {
        return send("{\"type\":\"input_audio_buffer.commit\"}");
    }

    /** The next event, of the type given. */
    JsonNode next(String type) {
        JsonNode event = SandboxCaller.parse(received.next());
        assertThat(ContractSchema.ofEvents(document).validate("ServerEvent", event))
                .as(event.toString())
                .isEmpty();
        assertThat(event.path("type").asText()).as(event.toString()).isEqualTo(type);
        assertThat(event.path("event_id").asText()).startsWith("event_");
        return event;
    }

    /** All events up to one of the type given. */
    List<JsonNode> until(String type) {
        List<JsonNode> events = new ArrayList<>();
        do {
            JsonNode event = SandboxCaller.parse(received.next());
            assertThat(ContractSchema.ofEvents(document).validate("ServerEvent", event))
                    .as(event.toString())
                    .isEmpty();
            events.add(event);
        } while (!events.get(events.size() - 1).path("type").asText().equals(type));
        return events;
    }

    /** The next error's code, parameter and message. */
    String error() {
        JsonNode error = next("error").path("error");
        return error.path("code").asText() + " | " + error.path("param").asText() + " | "
                + error.path("message").asText();
    }

    /** The close, as {@code code reason}. */
    String close() {
        return received.next();
    }

    private WebSocket opened() {
        assertThat(socket).isNotNull();
        return Objects.requireNonNull(socket);
    }
}
