package dev.ephemint.server.doctor.probe;

import dev.ephemint.contract.ContractJson;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** A vendor that responds by a script. */
public final class ScriptedVendor implements AutoCloseable {

    private final Server server = new Server(new InetSocketAddress("127.0.0.1", 0));

    /** One of sockets only. */
    public ScriptedVendor(Map<String, List<String>> events) {
        this(new VendorScript(VendorScript.sound().mint(), Optional.empty(), events));
    }

    public ScriptedVendor(VendorScript script) {
        ServerWebSocketContainer sockets = ServerWebSocketContainer.ensure(server);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                if (request.getMethod().equals("POST")) {
                    String asked = Content.Source.asString(request, StandardCharsets.UTF_8);
                    return respond(script.mint().apply(asked), response, callback);
                }
                return script.handshake().isPresent()
                        ? respond(script.handshake().get(), response, callback)
                        : sockets.upgrade(
                                (upgrade, accepted, done) -> new End(script.events()), request, response, callback);
            }
        });
        try {
            server.start();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean respond(VendorScript.Reply reply, Response response, Callback callback) {
        response.setStatus(reply.status());
        Content.Sink.write(response, true, reply.body(), callback);
        return true;
    }

    public URI uri() {
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
                if (line.matches("\\d{4}( .*)?")) {
                    session.close(
                            Integer.parseInt(line.substring(0, 4)),
                            line.substring(4).strip(),
                            org.eclipse.jetty.websocket.api.Callback.NOOP);
                } else {
                    session.sendText(line, org.eclipse.jetty.websocket.api.Callback.NOOP);
                }
            }
        }
    }
}
