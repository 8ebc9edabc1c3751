package dev.ephemint.server.upstream.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ephemint.server.credential.ApiKey;
import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.sandbox.Sandbox;
import dev.ephemint.server.testing.TestLimits;
import dev.ephemint.server.upstream.ExchangeFailures;
import dev.ephemint.server.upstream.socket.SocketMessage.Closed;
import dev.ephemint.server.upstream.socket.SocketMessage.Event;
import dev.ephemint.testing.socket.RawServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SocketExchangeTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Secret STRANGER = new Secret("sk-planted-0123456789");

    private final SocketExchange unit = new SocketExchange(TestLimits.AMPLE);

    @Test
    void sendsAndReceivesEvents() {
        try (Sandbox sandbox = Sandbox.start("openai", Clock.systemUTC());
                OpenSocket socket = opened(sandbox, sandbox.key())) {
            assertThat(text(socket)).contains("session.created");

            socket.send("{\"type\":\"input_audio_buffer.clear\"}");

            assertThat(text(socket)).contains("input_audio_buffer.cleared");
            assertThat(socket.next(Duration.ofMillis(20))).isEmpty();
        }
    }

    @Test
    void readsTheErrorEventBeforeTheClose() {
        try (Sandbox sandbox = Sandbox.start("openai", Clock.systemUTC());
                OpenSocket socket = opened(sandbox, STRANGER)) {
            assertThat(text(socket)).contains("invalid_api_key");
            assertThat(socket.next(LONG)).contains(new Closed(3000, "invalid_request_error.invalid_api_key"));
        }
    }

    @Test
    void returnsARejectedHandshakeAsAReply() {
        try (Sandbox sandbox = Sandbox.start("azure", Clock.systemUTC())) {
            URI uri = socketUri(sandbox, "/openai/v1/realtime?intent=transcription");

            HandshakeOutcome opening = unit.open(uri, ApiKey.azure(STRANGER));

            assertThat(opening).isInstanceOfSatisfying(HandshakeOutcome.Refused.class, refused -> {
                assertThat(refused.reply().status()).isEqualTo(401);
                assertThat(refused.reply().header("apim-request-id")).isPresent();
                assertThat(refused.reply().body()).contains("invalid subscription key");
            });
            assertThat(opening.toString()).doesNotContain("subscription");
        }
    }

    @Test
    void redactsTheKeyInAReply() throws Exception {
        try (RawServer upstream =
                RawServer.responding("HTTP/1.1 401 Unauthorized", "content-length: 21", "", STRANGER.reveal())) {
            HandshakeOutcome opening =
                    unit.open(URI.create("ws://localhost:" + upstream.port() + "/"), ApiKey.azure(STRANGER));

            assertThat(((HandshakeOutcome.Refused) opening).reply().body()).isEqualTo("[redacted]");
        }
    }

    @Test
    void readsNoMessageLongerThanTheLimit() {
        SocketExchange small = new SocketExchange(TestLimits.withMaxBytes(20));
        try (Sandbox sandbox = Sandbox.start("openai", Clock.systemUTC())) {
            URI uri = socketUri(sandbox, "/v1/realtime?intent=transcription");
            HandshakeOutcome opening = small.open(uri, openAi(sandbox.key()));

            try (OpenSocket socket = ((HandshakeOutcome.Opened) opening).socket()) {
                assertThat(socket.next(LONG)).contains(new SocketMessage.TooLong(20));
            }
        }
    }

    @Test
    void timesOutAtTheLimit() throws Exception {
        SocketExchange hurried = new SocketExchange(TestLimits.withWhole(Duration.ofMillis(200)));
        try (RawServer upstream = RawServer.handling((peer, request) -> {})) {
            assertThat(failure(hurried, "ws://localhost:" + upstream.port())).isEqualTo(new TimedOut());
        }
    }

    /** The response comes once another connection, begun later, has reached the limit. */
    @Test
    void connectTimeoutDoesNotLimitTheResponse() throws Exception {
        SocketExchange slow = new SocketExchange(TestLimits.withConnect(Duration.ofMillis(200)));
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Socket first = new Socket(full.getInetAddress(), full.getLocalPort());
                Socket second = new Socket(full.getInetAddress(), full.getLocalPort());
                RawServer upstream = RawServer.handling((peer, request) -> {
                    assertThat(failure(slow, "ws://127.0.0.1:" + full.getLocalPort()))
                            .isEqualTo(new TimedOut());
                    peer.write("HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\n\r\n");
                })) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            URI uri = URI.create("ws://localhost:" + upstream.port());

            assertThat(slow.open(uri, openAi(STRANGER))).isInstanceOf(HandshakeOutcome.Refused.class);
        }
    }

    @Test
    void reportsAnUnknownHost() {
        assertThat(failure(unit, "ws://no-such-host.invalid/")).isEqualTo(ExchangeFailures.UNKNOWN_HOST);
    }

    @Test
    void toStringOfAnEventHidesItsText() {
        assertThat(new Event("planted")).hasToString("Event[7 characters]");
    }

    private static MintFailure failure(SocketExchange exchange, String uri) {
        return catchThrowableOfType(MintFailedException.class, () -> exchange.open(URI.create(uri), openAi(STRANGER)))
                .failure();
    }

    private OpenSocket opened(Sandbox sandbox, Secret key) {
        URI uri = socketUri(sandbox, "/v1/realtime?intent=transcription");
        return ((HandshakeOutcome.Opened) unit.open(uri, openAi(key))).socket();
    }

    private static String text(OpenSocket socket) {
        return socket.next(LONG).map(Event.class::cast).map(Event::text).orElseThrow();
    }

    private static Credential openAi(Secret key) {
        return ApiKey.openAi(key, Optional.empty(), Optional.empty());
    }

    private static URI socketUri(Sandbox sandbox, String pathAndQuery) {
        return URI.create(sandbox.uri().toString().replace("http:", "ws:") + pathAndQuery);
    }
}
