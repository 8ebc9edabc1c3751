package dev.ephemint.server.sandbox;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/** The vendor's end of a socket that was opened, be it only to say why not. */
public final class Socket extends Session.Listener.AbstractAutoDemanding {

    private static final int NORMAL_CLOSURE = 1000;

    private final Welcome welcome;
    private @Nullable Conversation conversation;

    Socket(Welcome welcome) {
        this.welcome = welcome;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        super.onWebSocketOpen(session);
        if (welcome instanceof Welcome.Admitted admitted) {
            conversation =
                    new Conversation(admitted, new Speaker(admitted.stage().ids(), this::send));
            conversation.begin();
        } else if (welcome instanceof Welcome.Dismissed dismissed) {
            new Speaker(dismissed.ids(), this::send).say("error", Json.object().set("error", dismissed.error()));
            close(dismissed.closeCode(), dismissed.reason());
        }
    }

    @Override
    public void onWebSocketText(String message) {
        if (conversation != null && !conversation.hear(message)) {
            close(NORMAL_CLOSURE, "");
        }
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        if (conversation != null) {
            conversation.hearBinary();
        }
        callback.succeed();
    }

    private void send(String event) {
        Objects.requireNonNull(getSession()).sendText(event, Callback.NOOP);
    }

    private void close(int code, String reason) {
        Objects.requireNonNull(getSession()).close(code, reason, Callback.NOOP);
    }
}
