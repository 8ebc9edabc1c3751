package dev.ephemint.server.upstream.socket;

import dev.ephemint.contract.redaction.Redactor;
import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.upstream.ExchangeFailures;
import dev.ephemint.server.upstream.ExchangeLimits;
import dev.ephemint.server.upstream.KeyRedactor;
import dev.ephemint.server.upstream.WireDebugging;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens a vendor's sockets as a client would, with a credential in the header. It follows no redirect. */
public final class SocketExchange {

    static {
        WireDebugging.off();
    }

    private final ExchangeLimits limits;
    private final HttpClient client;

    public SocketExchange(ExchangeLimits limits) {
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .build();
    }

    /**
     * Opens a socket.
     *
     * @throws MintFailedException {@code TimedOut}, {@code Unreachable} or {@code UnreadableResponse} if there was no response
     */
    public HandshakeOutcome open(URI uri, Credential credential) {
        Map<String, String> authentication = credential.authentication();
        Redactor keys = new KeyRedactor().of(authentication);
        OpenSocket socket = new OpenSocket(limits.maxBytes(), limits.whole(), keys.sparingWords()::hideInMessage);
        WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(limits.whole());
        authentication.forEach(builder::header);
        CompletableFuture<WebSocket> opening = builder.buildAsync(uri, socket.listener());
        try {
            return new HandshakeOutcome.Opened(
                    socket.over(opening.get(limits.whole().toNanos(), TimeUnit.NANOSECONDS)));
        } catch (TimeoutException late) {
            opening.cancel(true);
            throw new MintFailedException(new TimedOut());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MintFailedException(ExchangeFailures.INTERRUPTED);
        } catch (ExecutionException failed) {
            return refusal(Objects.requireNonNullElse(failed.getCause(), failed), keys);
        }
    }

    private static HandshakeOutcome refusal(Throwable failure, Redactor keys) {
        if (failure instanceof WebSocketHandshakeException refused && refused.getResponse() != null) {
            return new HandshakeOutcome.Refused(reply(refused.getResponse()).redacted(keys));
        }
        throw new MintFailedException(ExchangeFailures.of(failure, false));
    }

    private static UpstreamReply reply(HttpResponse<?> response) {
        Map<String, String> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        return new UpstreamReply(
                response.statusCode(),
                headers,
                Objects.requireNonNullElse(response.body(), "").toString());
    }
}
