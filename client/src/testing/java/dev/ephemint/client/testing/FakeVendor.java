package dev.ephemint.client.testing;

import dev.ephemint.client.TokenSource;
import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.Connection;
import dev.ephemint.contract.model.ConnectionEvent;
import dev.ephemint.contract.model.ConnectionHeader;
import dev.ephemint.contract.model.ConnectionWebSocket;
import dev.ephemint.testing.socket.RawPeer;
import dev.ephemint.testing.socket.RawRequest;
import dev.ephemint.testing.socket.RawServer;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final RawServer server;

    public FakeVendor(Script... scripts) {
        server = new RawServer(Stream.of(scripts)
                .map(script -> (RawServer.Script) peer -> play(script, peer))
                .toArray(RawServer.Script[]::new));
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
                                .url("ws://localhost:" + server.port() + "/v1/realtime?intent=transcription")
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

    private void play(Script script, RawPeer raw) throws IOException {
        Optional<RawRequest> handshake = raw.readRequest();
        if (handshake.isPresent()) {
            FakePeer peer = new FakePeer(raw, handshake.get());
            peers.add(peer);
            script.play(peer);
        }
    }

    /** Drops all connections, and fails if a script did. */
    @Override
    public void close() throws IOException {
        server.close();
    }
}
