package dev.ephemint.client.internal.socket;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Joins the frames of a WebSocket to complete texts, and passes them and the end to a receiver, one at a time. */
public final class Inbox implements WebSocket.Listener {

    /** An event with the log probabilities of a long turn is smaller than a megabyte. */
    public static final int LONGEST_EVENT = 1 << 24;

    /** RFC 6455, 7.4.1: no close frame came. */
    public static final int NO_CLOSE_FRAME = 1006;

    /** Receives texts and the end. */
    public interface Receiver {

        void opened(WebSocket socket);

        void received(String text);

        /** The close code, and the close reason or the name of the failure. */
        void ended(int code, String reason);
    }

    private final Receiver receiver;
    private final StringBuilder begun = new StringBuilder();

    /** Whether anything was received since the last check. */
    private volatile boolean isAlive = true;

    private volatile boolean isBusy;

    public Inbox(Receiver receiver) {
        this.receiver = receiver;
    }

    /** Whether the peer has sent anything since the last call, or its last event is still being handled. */
    public boolean wasAlive() {
        boolean wasAlive = isAlive || isBusy;
        isAlive = false;
        return wasAlive;
    }

    @Override
    public void onOpen(WebSocket socket) {
        receiver.opened(socket);
        socket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        isAlive = true;
        isBusy = true;
        try {
            append(part, last);
        } finally {
            isBusy = false;
        }
        socket.request(1);
        return null;
    }

    private void append(CharSequence part, boolean last) {
        if (begun.length() + part.length() > LONGEST_EVENT) {
            receiver.ended(NO_CLOSE_FRAME, "an event was longer than " + LONGEST_EVENT);
            return;
        }
        begun.append(part);
        if (last) {
            String text = begun.toString();
            begun.setLength(0);
            receiver.received(text);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
        return live(socket);
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
        return live(socket);
    }

    private @Nullable CompletionStage<?> live(WebSocket socket) {
        isAlive = true;
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        receiver.ended(code, reason);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        receiver.ended(NO_CLOSE_FRAME, failure.getClass().getSimpleName());
    }
}
