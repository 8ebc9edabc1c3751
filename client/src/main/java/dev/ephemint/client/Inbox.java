package dev.ephemint.client;

import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts the frames of a WebSocket together to whole texts, one at a time, and says how it ended. */
final class Inbox implements WebSocket.Listener {

    /** An event with the log probabilities of a long turn takes less than a megabyte. */
    static final int LONGEST_EVENT = 1 << 24;

    /** RFC 6455, 7.4.1: no close frame came. */
    static final int NO_CLOSE_FRAME = 1006;

    /** How a connection ended: the close code, and what its end said or the failure's name. */
    record End(int code, String reason) {}

    private final Consumer<String> texts;
    private final Consumer<End> end;
    private final StringBuilder begun = new StringBuilder();

    Inbox(Consumer<String> texts, Consumer<End> end) {
        this.texts = texts;
        this.end = end;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        if (begun.length() + part.length() > LONGEST_EVENT) {
            socket.abort();
            end.accept(new End(NO_CLOSE_FRAME, "an event was longer than " + LONGEST_EVENT));
            return null;
        }
        begun.append(part);
        if (last) {
            String text = begun.toString();
            begun.setLength(0);
            texts.accept(text);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        end.accept(new End(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        end.accept(new End(NO_CLOSE_FRAME, failure.getClass().getSimpleName()));
    }
}
