package dev.ephemint.server.sandbox.socket;

import dev.ephemint.server.sandbox.wire.Json;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/** The vendor's end of a socket that was opened, be it only to say why not. */
public final class SocketListener extends Session.Listener.AbstractAutoDemanding {

    private static final int NORMAL_CLOSURE = 1000;

    private final HandshakeResult result;
    private @Nullable SocketSession socketSession;

    SocketListener(HandshakeResult result) {
        this.result = result;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        super.onWebSocketOpen(session);
        if (result instanceof HandshakeResult.Accepted admitted) {
            socketSession = new SocketSession(
                    admitted, new EventSender(admitted.context().ids(), this::send));
            socketSession.begin();
        } else if (result instanceof HandshakeResult.OpenedThenClosed closed) {
            new EventSender(closed.ids(), this::send)
                    .send("error", Json.object().set("error", closed.error()));
            close(closed.closeCode(), closed.reason());
        }
    }

    @Override
    public void onWebSocketText(String message) {
        if (socketSession != null && !socketSession.process(message)) {
            close(NORMAL_CLOSURE, "");
        }
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        if (socketSession != null) {
            socketSession.rejectBinary();
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
