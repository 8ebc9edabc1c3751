package dev.ephemint.client.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.client.EphemintException;
import dev.ephemint.client.NoResponseException;
import dev.ephemint.client.UnreachableException;
import dev.ephemint.client.internal.Address;
import dev.ephemint.client.internal.ConnectionFailure;
import dev.ephemint.client.internal.ErrorDetails;
import dev.ephemint.client.internal.HeaderValue;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.Connection;
import dev.ephemint.contract.model.ConnectionWebSocket;
import dev.ephemint.contract.redaction.Redactor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Opens a WebSocket with the URL and header of a minted {@code connect}. */
final class Handshake {

    /** The placeholder of the client secret in {@code connect}. */
    private static final String PLACE_OF_SECRET = "{value}";

    private Handshake() {}

    static CompletableFuture<WebSocket> open(
            SocketSettings settings, ClientSecret secret, WebSocket.Listener listener) {
        Connection connection = secret.getConnect();
        ConnectionWebSocket socket = connection == null ? null : connection.getWebsocket();
        if (socket == null || socket.getUrl() == null || socket.getHeader() == null) {
            return CompletableFuture.failedFuture(
                    new IllegalArgumentException("the client secret has no connect.websocket"));
        }
        String credential = socket.getHeader().getValue().replace(PLACE_OF_SECRET, secret.getValue());
        URI uri = URI.create(socket.getUrl());
        return settings.http()
                .newWebSocketBuilder()
                .connectTimeout(settings.timeout())
                .header(socket.getHeader().getName(), HeaderValue.of(credential, "connect.websocket.header"))
                .buildAsync(uri, listener)
                .handle((open, failure) -> {
                    if (failure != null) {
                        throw new CompletionException(failure(failure, secret, uri));
                    }
                    return open;
                });
    }

    private static RuntimeException failure(Throwable failure, ClientSecret secret, URI uri) {
        Throwable reason =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (reason instanceof WebSocketHandshakeException refused) {
            return refusal(refused.getResponse(), secret, uri);
        }
        return reason instanceof IOException broken
                ? exception(ConnectionFailure.of(broken, uri))
                : new IllegalStateException("The handshake with " + Address.of(uri) + " failed by "
                        + reason.getClass().getName());
    }

    private static EphemintException exception(ConnectionFailure failure) {
        return failure.isUnreachable()
                ? new UnreachableException(failure.message(), failure.cause())
                : new NoResponseException(failure.message(), null);
    }

    private static EphemintException refusal(HttpResponse<?> response, ClientSecret secret, URI uri) {
        if (response.statusCode() == 101) {
            return new SocketBrokenException("The handshake's response is not a WebSocket's");
        }
        String body = response.body() instanceof String text ? text : "";
        Redactor keys = Redactor.of(List.of(secret.getValue()));
        return SocketRefusedException.of(
                Address.of(uri),
                response.statusCode(),
                error(keys.hideInMessage(body)),
                response.headers().firstValue("location").map(keys::text).orElse(null));
    }

    /** Host and port for messages; empty if the client secret has no readable URL. */
    static String address(ClientSecret secret) {
        Connection connection = secret.getConnect();
        ConnectionWebSocket socket = connection == null ? null : connection.getWebsocket();
        try {
            return socket == null || socket.getUrl() == null ? "" : Address.of(URI.create(socket.getUrl()));
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    /** Azure's gateway puts the message beside a {@code statusCode}, without an envelope (recorded, 2025). */
    private static ErrorDetails error(String body) {
        ErrorDetails error = ErrorDetails.read(body);
        if (!error.equals(ErrorDetails.NONE) || body.isBlank()) {
            return error;
        }
        try {
            JsonNode message = ContractJson.mapper().readTree(body).path("message");
            return message.isTextual()
                    ? new ErrorDetails(null, null, null, Redactor.ofShapes().text(message.textValue()))
                    : error;
        } catch (JsonProcessingException notJson) {
            return error;
        }
    }
}
