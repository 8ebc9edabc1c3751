package dev.ephemint.client.testing;

import dev.ephemint.client.TokenSource;
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
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A vendor's socket on a free port: every connection plays the next script, and the last is repeated. */
public final class FakeVendor implements AutoCloseable {

    /** What one connection does. Afterwards the vendor is silent, and only the client ends the connection. */
    @FunctionalInterface
    public interface Script {
        void play(FakePeer peer) throws IOException;
    }

    /** The event that begins a session in which the client commits. */
    public static final String CREATED =
            "{\"type\":\"session.created\",\"event_id\":\"e\",\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{\"turn_detection\":null}}}}";

    static final String TRANSCRIPTION = "conversation.item.input_audio_transcription.";

    private static final long LIFE_IN_SECONDS = 600;

    private final List<FakePeer> peers = new CopyOnWriteArrayList<>();
    private final AtomicInteger mints = new AtomicInteger();
    private final ServerSocket listening;
    private final List<Script> scripts;
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    public FakeVendor(Script... scripts) {
        this.scripts = List.of(scripts);
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        start(this::serve);
    }

    /** A session in which each committed turn gets the next text, and the last text repeats. */
    public static Script transcribing(String... texts) {
        return peer -> {
            peer.begin();
            int turn = 0;
            String received = peer.receive();
            while (!received.startsWith("close") && !received.equals("end")) {
                if (received.contains("\"input_audio_buffer.commit\"")) {
                    String text = texts[Math.min(turn, texts.length - 1)];
                    String item = "item_" + ++turn;
                    peer.committed(item).delta(item, text).completed(item, text);
                }
                received = peer.receive();
            }
            peer.close(1000);
        };
    }

    /** Tokens for this vendor's socket, without a mint in between. The arguments are the types of the session's first events. */
    public TokenSource tokens(String... firstEvents) {
        return TokenSource.of(() -> CompletableFuture.completedFuture(mint(firstEvents)), Clock.systemUTC());
    }

    /** Another token for this vendor's socket, {@code ek_planted1} and so on. */
    ClientSecret mint(String... firstEvents) {
        long now = Clock.systemUTC().instant().getEpochSecond();
        return new ClientSecret()
                .value("ek_planted" + mints.incrementAndGet())
                .expiresAt(now + LIFE_IN_SECONDS)
                .connect(new Connection()
                        .vendorTime(now)
                        .firstEvents(
                                Stream.of(firstEvents).map(FakeVendor::update).toList())
                        .websocket(new ConnectionWebSocket()
                                .url("ws://localhost:" + listening.getLocalPort() + "/v1/realtime?intent=transcription")
                                .header(new ConnectionHeader()
                                        .name("Authorization")
                                        .value("Bearer {value}"))));
    }

    private static ConnectionEvent update(String type) {
        ConnectionEvent event = new ConnectionEvent().type(type);
        event.putAdditionalProperty("session", Map.of("type", "transcription"));
        return event;
    }

    /** The connections so far, the oldest first. */
    public List<FakePeer> peers() {
        return peers;
    }

    /** How many tokens were minted. */
    public int mints() {
        return mints.get();
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
            peer.readRequest();
            script.play(peer);
            peer.listenUntilGone();
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

    /** Drops all connections, and fails if a script did. */
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
