package dev.ephemint.server.doctor;

import dev.ephemint.contract.ContractJson;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/**
 * The socket of a vendor that says what it is told to: to being opened ({@code open}) and to each type of event. A number
 * instead of an event closes it.
 */
public final class ScriptedVendor implements AutoCloseable {

    private final Server server = new Server(new InetSocketAddress("127.0.0.1", 0));

    ScriptedVendor(Map<String, List<String>> script) {
        ServerWebSocketContainer sockets = ServerWebSocketContainer.ensure(server);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                return sockets.upgrade((asking, answer, done) -> new End(script), request, response, callback);
            }
        });
        try {
            server.start();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    URI uri() {
        return URI.create("ws://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + "/");
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** One socket. */
    public static final class End extends Session.Listener.AbstractAutoDemanding {

        private final Map<String, List<String>> script;

        End(Map<String, List<String>> script) {
            this.script = script;
        }

        @Override
        public void onWebSocketOpen(Session session) {
            super.onWebSocketOpen(session);
            say("open");
        }

        @Override
        public void onWebSocketText(String message) {
            try {
                say(ContractJson.mapper().readTree(message).path("type").asText());
            } catch (IOException malformed) {
                throw new IllegalStateException(malformed);
            }
        }

        private void say(String cue) {
            Session session = Objects.requireNonNull(getSession());
            for (String line : script.getOrDefault(cue, List.of())) {
                if (line.matches("\\d+")) {
                    session.close(Integer.parseInt(line), "", org.eclipse.jetty.websocket.api.Callback.NOOP);
                } else {
                    session.sendText(line, org.eclipse.jetty.websocket.api.Callback.NOOP);
                }
            }
        }
    }
}
