package dev.ephemint.server.sandbox;

import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** Puts a vendor's sockets before its HTTP. */
final class SocketHandler extends Handler.Wrapper {

    /** An append may hold 15 MiB of audio (OpenAI's published document), which base64 makes 20. */
    static final int LONGEST_MESSAGE = 21 * 1024 * 1024;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(60);

    /** What OpenAI's browsers offer beside their key, and the only one that is taken. */
    private static final String PROTOCOL = "realtime";

    private final SocketDoor door;
    private final ServerWebSocketContainer sockets;

    SocketHandler(SocketDoor door, VendorHandler http, Server server) {
        super(http);
        this.door = door;
        this.sockets = ServerWebSocketContainer.ensure(server);
        sockets.setMaxTextMessageSize(LONGEST_MESSAGE);
        sockets.setIdleTimeout(LONGEST_PAUSE);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<Welcome> welcome = door.knock(VendorHandler.inquiry(request, new byte[0]));
        if (welcome.isPresent() && welcome.get() instanceof Welcome.Refused refused) {
            return VendorHandler.write(refused.answer(), response, callback);
        }
        if (welcome.isEmpty() || !request.getHeaders().contains(HttpHeader.UPGRADE, "websocket")) {
            return super.handle(request, response, callback);
        }
        response.getHeaders().put(VendorHandler.MARK, "true");
        return sockets.upgrade(
                (asking, answer, whenDone) -> socket(welcome.get(), asking, answer), request, response, callback);
    }

    private static Socket socket(Welcome welcome, ServerUpgradeRequest asking, ServerUpgradeResponse answer) {
        if (asking.hasSubProtocol(PROTOCOL)) {
            answer.setAcceptedSubProtocol(PROTOCOL);
        }
        return new Socket(welcome);
    }
}
