package dev.ephemint.client;

import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.Connection;
import dev.ephemint.contract.model.ConnectionEvent;
import dev.ephemint.contract.model.ConnectionHeader;
import dev.ephemint.contract.model.ConnectionWebSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A vendor's socket on a free port: every connection plays the next script, and the last for ever. */
final class FakeVendor implements AutoCloseable {

    /** What one connection does. */
    @FunctionalInterface
    interface Script {
        void play(FakePeer peer) throws IOException;
    }

    static final String CREATED =
            "{\"type\":\"session.created\",\"event_id\":\"e\",\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{}}}}";

    final List<FakePeer> peers = new CopyOnWriteArrayList<>();
    final AtomicInteger mints = new AtomicInteger();
    private final ServerSocket listening;
    private final List<Script> scripts;
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    FakeVendor(Script... scripts) {
        this.scripts = List.of(scripts);
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        start(this::serve);
    }

    /** Every mint is another token for this vendor's socket. */
    TokenSource tokens(String... firstEvents) {
        return TokenSource.of(() -> CompletableFuture.completedFuture(mint(firstEvents)), Fixtures.NOON);
    }

    private ClientSecret mint(String... firstEvents) {
        long now = Fixtures.NOON.instant().getEpochSecond();
        List<ConnectionEvent> first = new ArrayList<>();
        for (String type : firstEvents) {
            ConnectionEvent event = new ConnectionEvent().type(type);
            event.putAdditionalProperty("session", Map.of("type", "transcription"));
            first.add(event);
        }
        return new ClientSecret()
                .value("ek_planted" + mints.incrementAndGet())
                .expiresAt(now + 600)
                .connect(new Connection()
                        .vendorTime(now)
                        .firstEvents(first)
                        .websocket(new ConnectionWebSocket()
                                .url("ws://localhost:" + listening.getLocalPort() + "/v1/realtime?intent=transcription")
                                .header(new ConnectionHeader()
                                        .name("Authorization")
                                        .value("Bearer {value}"))));
    }

    private void serve() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                FakePeer peer = new FakePeer(socket);
                peers.add(peer);
                Script script = scripts.get(Math.min(peers.size(), scripts.size()) - 1);
                start(() -> play(script, peer));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void play(Script script, FakePeer peer) {
        try (peer) {
            script.play(peer);
        } catch (IOException gone) {
            // The client, or the test, is done with this connection.
        } catch (RuntimeException | AssertionError failed) {
            failures.add(failed);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "fake-vendor");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (FakePeer peer : peers) {
            peer.close();
        }
        for (Throwable failure : failures) {
            throw new AssertionError("a script of the vendor failed", failure);
        }
    }
}
