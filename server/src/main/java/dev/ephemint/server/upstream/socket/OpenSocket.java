package dev.ephemint.server.upstream.socket;

import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.upstream.ExchangeFailures;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A socket that is read message by message: nothing is read from the wire before it is requested. */
public final class OpenSocket implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private final Receiver receiver;
    private final Duration timeout;
    private @Nullable WebSocket socket;
    private boolean asked;

    OpenSocket(int maxBytes, Duration timeout, UnaryOperator<String> clean) {
        this.receiver = new Receiver(maxBytes, clean);
        this.timeout = timeout;
    }

    WebSocket.Listener listener() {
        return receiver;
    }

    OpenSocket over(WebSocket opened) {
        socket = opened;
        return this;
    }

    /**
     * Sends a text message.
     *
     * @throws MintFailedException {@code TimedOut} or {@code Unreachable} if it was not sent
     */
    public void send(String text) {
        try {
            opened().sendText(text, true).get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new MintFailedException(new TimedOut());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MintFailedException(ExchangeFailures.INTERRUPTED);
        } catch (ExecutionException broken) {
            throw new MintFailedException(ExchangeFailures.BROKEN);
        }
    }

    /** The next message; empty if none arrived in time. */
    public Optional<SocketMessage> next(Duration wait) {
        if (!asked) {
            asked = true;
            opened().request(1);
        }
        try {
            SocketMessage message = receiver.messages.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
            asked = message == null;
            return Optional.ofNullable(message);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            opened().sendClose(WebSocket.NORMAL_CLOSURE, "").get(CLOSE_TIMEOUT.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException unconfirmed) {
            // It is closed either way.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            opened().abort();
        }
    }

    private WebSocket opened() {
        return Objects.requireNonNull(socket);
    }

    /** Puts messages together, up to the limit. */
    private static final class Receiver implements WebSocket.Listener {

        private final BlockingQueue<SocketMessage> messages = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();
        private final int maxCharacters;
        private final UnaryOperator<String> clean;

        Receiver(int maxCharacters, UnaryOperator<String> clean) {
            this.maxCharacters = maxCharacters;
            this.clean = clean;
        }

        @Override
        public void onOpen(WebSocket webSocket) {}

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            if (partial.length() + data.length() > maxCharacters) {
                webSocket.abort();
                messages.add(new SocketMessage.TooLong(maxCharacters));
                return null;
            }
            partial.append(data);
            if (last) {
                messages.add(new SocketMessage.Event(clean.apply(partial.toString())));
                partial.setLength(0);
            } else {
                webSocket.request(1);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            messages.add(new SocketMessage.Closed(statusCode, clean.apply(reason)));
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            messages.add(new SocketMessage.Broken());
        }
    }
}
