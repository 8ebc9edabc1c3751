package dev.ephemint.server.sandbox.socket;

import dev.ephemint.server.sandbox.wire.Json;
import dev.ephemint.server.sandbox.wire.VendorHandler;
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
public final class SocketHandler extends Handler.Wrapper {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(60);

    /** What OpenAI's browsers offer beside their key, and the only one that is taken. */
    private static final String PROTOCOL = "realtime";

    private final SocketEndpoint endpoint;
    private final ServerWebSocketContainer sockets;

    public SocketHandler(SocketEndpoint endpoint, VendorHandler http, Server server) {
        super(http);
        this.endpoint = endpoint;
        this.sockets = ServerWebSocketContainer.ensure(server);
        sockets.setMaxTextMessageSize(Json.LONGEST_STRING);
        sockets.setIdleTimeout(LONGEST_PAUSE);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<HandshakeResult> result = endpoint.accept(VendorHandler.vendorRequest(request, new byte[0]));
        if (result.isPresent() && result.get() instanceof HandshakeResult.Rejected rejected) {
            return VendorHandler.write(rejected.response(), response, callback);
        }
        if (result.isEmpty() || !request.getHeaders().contains(HttpHeader.UPGRADE, "websocket")) {
            return super.handle(request, response, callback);
        }
        response.getHeaders().put(VendorHandler.MARK, "true");
        return sockets.upgrade(
                (upgrade, accepted, whenDone) -> socket(result.get(), upgrade, accepted), request, response, callback);
    }

    private static SocketListener socket(
            HandshakeResult result, ServerUpgradeRequest upgrade, ServerUpgradeResponse response) {
        if (upgrade.hasSubProtocol(PROTOCOL)) {
            response.setAcceptedSubProtocol(PROTOCOL);
        }
        return new SocketListener(result);
    }
}
