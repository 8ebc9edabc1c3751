package dev.ephemint.server.doctor.probe;

import dev.ephemint.contract.ContractJson;
import dev.ephemint.testing.FakeHttpServer;
import dev.ephemint.testing.FakeHttpServer.Reply;
import dev.ephemint.testing.socket.RawPeer;
import dev.ephemint.testing.socket.RawRequest;
import dev.ephemint.testing.socket.RawServer;
import dev.ephemint.testing.socket.RawWebSocket;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A vendor that responds by a script. */
public final class ScriptedVendor implements AutoCloseable {

    private final RawServer server;

    /** One of sockets only. */
    public ScriptedVendor(Map<String, List<String>> events) {
        this(new VendorScript(VendorScript.sound().mint(), Optional.empty(), events));
    }

    public ScriptedVendor(VendorScript script) {
        server = RawServer.handling((peer, request) -> respond(script, peer, request));
    }

    private static void respond(VendorScript script, RawPeer peer, RawRequest request) throws IOException {
        Optional<Reply> reply =
                request.method().equals("POST") ? Optional.of(script.mint().apply(request.body())) : script.handshake();
        if (reply.isPresent()) {
            FakeHttpServer.send(peer, reply.get());
        } else {
            play(script.events(), RawWebSocket.accept(peer, request));
        }
    }

    private static void play(Map<String, List<String>> events, RawWebSocket socket) throws IOException {
        String cue = "open";
        while (true) {
            for (String line : events.getOrDefault(cue, List.of())) {
                if (line.matches("\\d{4}( .*)?")) {
                    socket.close(
                            Integer.parseInt(line.substring(0, 4)),
                            line.substring(4).strip());
                } else {
                    socket.send(line);
                }
            }
            String received = socket.receive();
            if (received.equals("end")) {
                return;
            }
            if (received.startsWith("close ")) {
                socket.close(Integer.parseInt(received.substring(6)), "");
                return;
            }
            cue = ContractJson.mapper().readTree(received).path("type").asText();
        }
    }

    public URI uri() {
        return URI.create("ws://127.0.0.1:" + server.port() + "/");
    }

    @Override
    public void close() {
        server.close();
    }
}
