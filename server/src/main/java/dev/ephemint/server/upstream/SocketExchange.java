package dev.ephemint.server.upstream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.contract.Redactor;
import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.TimedOut;
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
     * Shakes hands.
     *
     * @throws MintFailedException {@code TimedOut}, {@code Unreachable} or {@code UnreadableAnswer} where no answer came
     */
    public Opening open(URI uri, Credential credential) {
        UpstreamCall signed = credential.sign(new UpstreamCall(uri, JsonNodeFactory.instance.objectNode()));
        Redactor keys = new KeyRedactor().of(signed);
        OpenSocket socket = new OpenSocket(limits.maxBytes(), limits.whole(), keys.sparingWords()::hideInMessage);
        WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(limits.whole());
        signed.headers().forEach(builder::header);
        CompletableFuture<WebSocket> opening = builder.buildAsync(uri, socket.listener());
        try {
            return new Opening.Opened(socket.over(opening.get(limits.whole().toNanos(), TimeUnit.NANOSECONDS)));
        } catch (TimeoutException late) {
            opening.cancel(true);
            throw new MintFailedException(new TimedOut());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MintFailedException(BrokenExchange.INTERRUPTED);
        } catch (ExecutionException failed) {
            return refusal(Objects.requireNonNullElse(failed.getCause(), failed), keys);
        }
    }

    private static Opening refusal(Throwable failure, Redactor keys) {
        if (failure instanceof WebSocketHandshakeException refused && refused.getResponse() != null) {
            return new Opening.Refused(reply(refused.getResponse()).redacted(keys));
        }
        throw new MintFailedException(BrokenExchange.named(failure, false));
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
