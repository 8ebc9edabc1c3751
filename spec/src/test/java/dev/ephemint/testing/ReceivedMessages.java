package dev.ephemint.testing;

import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a client's end of a WebSocket receives: texts, and the close as {@code code reason}. */
public final class ReceivedMessages implements WebSocket.Listener {

    private static final int MAX_WAITING = 10_000;

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>(MAX_WAITING);
    private final StringBuilder partial = new StringBuilder();

    /** Waits for the next message; the limit only ends a test that hangs. */
    public String next() {
        try {
            String message = received.poll(10, TimeUnit.MINUTES);
            if (message == null) {
                throw new AssertionError("no further message");
            }
            return message;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            received.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        received.add(statusCode + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        received.add("error " + error);
    }
}
