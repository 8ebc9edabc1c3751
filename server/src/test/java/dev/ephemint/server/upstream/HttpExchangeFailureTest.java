package dev.ephemint.server.upstream;

import static dev.ephemint.server.upstream.HttpExchangeTest.call;
import static dev.ephemint.server.upstream.HttpExchangeTest.uri;
import static dev.ephemint.testing.socket.RawServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.server.Fixtures;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.NoConnection;
import dev.ephemint.server.mint.MintFailure.OutOfTime;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.mint.MintFailure.UnreadableResponse;
import dev.ephemint.server.testing.SelfSignedServer;
import dev.ephemint.server.testing.TestLimits;
import dev.ephemint.testing.socket.RawServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpExchangeFailureTest {

    @Test
    void timesOutAtTheLimit() throws Exception {
        try (RawServer upstream = RawServer.handling((peer, request) -> {})) {
            ExchangeLimits limits = TestLimits.withWhole(Duration.ofMillis(300));

            assertThat(failure(limits, call(upstream))).isEqualTo(new TimedOut());
        }
    }

    @Test
    void closesTheConnectionIfNoResponseArrives() throws Exception {
        assertClosedAtTheLimit((peer, request) -> {});
    }

    @Test
    void closesTheConnectionIfTheBodyStalls() throws Exception {
        assertClosedAtTheLimit((peer, request) -> peer.write("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{\"value"));
    }

    /** The limit is reached once the vendor has done what the script says. */
    private static void assertClosedAtTheLimit(RawServer.Handler script) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        AbortTimer untilDone = (limit, abort) -> {
            var unused = CompletableFuture.runAsync(() -> awaitThen(done, abort));
            return () -> {};
        };
        RawServer.Handler announced = (peer, request) -> {
            script.handle(peer, request);
            done.countDown();
        };
        try (RawServer upstream = RawServer.handling(announced);
                HttpExchange unit = new HttpExchange(TestLimits.AMPLE, "1", untilDone)) {
            assertThat(failure(unit, call(upstream))).isEqualTo(new TimedOut());
            upstream.awaitAbandoned();
        }
    }

    private static void awaitThen(CountDownLatch done, Runnable abort) {
        try {
            done.await();
            abort.run();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void timesOutWhileConnecting() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Socket first = new Socket(full.getInetAddress(), full.getLocalPort());
                Socket second = new Socket(full.getInetAddress(), full.getLocalPort())) {
            ExchangeLimits limits = TestLimits.withConnect(Duration.ofMillis(200));
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            assertThat(failure(limits, callTo("http://127.0.0.1:" + full.getLocalPort() + "/")))
                    .isEqualTo(new TimedOut());
        }
    }

    /** Only then may another upstream be asked. */
    @Test
    void saysWhetherNothingWasSent() throws Exception {
        int closed;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            closed = free.getLocalPort();
        }
        RawServer.Handler hangsUp = (peer, request) -> peer.close();
        try (RawServer upstream = RawServer.handling(hangsUp);
                HttpExchange unit = new HttpExchange(TestLimits.AMPLE, "1")) {
            UpstreamCall refused = callTo("http://127.0.0.1:" + closed + "/");

            assertThat(Fixtures.failed(() -> unit.send(refused, Deadline.none()))
                            .isUnsent())
                    .isTrue();
            assertThat(Fixtures.failed(() -> unit.send(call(upstream), Deadline.none()))
                            .isUnsent())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-length: 50\r\n\r\n{\"value\":\"ek_",
                "transfer-encoding: chunked\r\n\r\n20\r\n{\"value\":\"ek_",
                "transfer-encoding: chunked\r\n\r\nD\r\n{\"value\":\"ek_\r\n",
                "transfer-encoding: chunked\r\n\r\nnonsense\r\n"
            })
    void reportsATruncatedResponseAsUnreadable(String rest) throws Exception {
        RawServer.Handler script = (peer, request) -> {
            peer.write("HTTP/1.1 200 OK\r\n" + rest);
            peer.close();
        };
        try (RawServer upstream = RawServer.handling(script)) {
            assertThat(failure(TestLimits.AMPLE, call(upstream))).isEqualTo(ExchangeFailures.CUT_SHORT);
        }
    }

    /** More than the buffers between them hold is written only after the head has been read. */
    @Test
    void reportsAResetDuringTheBodyAsUnreadable() throws Exception {
        int beyondBuffers = 8 << 20;
        RawServer.Handler script = (peer, request) -> {
            peer.write("HTTP/1.1 200 OK\r\ncontent-length: " + (beyondBuffers + 1) + "\r\n\r\n"
                    + " ".repeat(beyondBuffers));
            peer.reset();
        };
        try (RawServer upstream = RawServer.handling(script)) {
            assertThat(failure(TestLimits.withMaxBytes(2 * beyondBuffers), call(upstream)))
                    .isEqualTo(ExchangeFailures.CUT_SHORT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"content-length: 11\r\n\r\n", "\r\n", "transfer-encoding: chunked\r\n\r\nB\r\n"})
    void readsNoMoreThanTheLimit(String rest) throws Exception {
        try (RawServer upstream = RawServer.responding("HTTP/1.1 200 OK", rest + "{\"a\":12345}", "")) {
            assertThat(failure(TestLimits.withMaxBytes(10), call(upstream)))
                    .isEqualTo(new UnreadableResponse("the upstream's response is larger than 10 bytes"));
            upstream.awaitAbandoned();
        }
    }

    @Test
    void readsAResponseOfExactlyTheLimit() throws Exception {
        try (RawServer upstream = RawServer.responding(ok("{\"a\":1234}"));
                HttpExchange unit = new HttpExchange(TestLimits.withMaxBytes(10), "1")) {
            assertThat(unit.send(call(upstream), Deadline.none()).body()).hasSize(10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.9\r\n", "HTTP/1.1 OK\r\n\r\n"})
    void reportsANonHttpResponseAsUnreadable(String banner) throws Exception {
        RawServer.Handler script = (peer, request) -> {
            peer.write(banner);
            peer.close();
        };
        try (RawServer upstream = RawServer.handling(script)) {
            assertThat(failure(TestLimits.AMPLE, call(upstream))).isEqualTo(ExchangeFailures.NOT_HTTP);
        }
    }

    @Test
    void reportsACloseWithoutResponseAsUnreachable() throws Exception {
        try (RawServer upstream = RawServer.handling((peer, request) -> peer.close())) {
            assertThat(failure(TestLimits.AMPLE, call(upstream))).isEqualTo(ExchangeFailures.BROKEN);
            assertThat(upstream.requests()).hasSize(1);
        }
    }

    @Test
    void reportsAResetConnectionAsUnreachable() throws Exception {
        try (RawServer upstream = RawServer.handling((peer, request) -> peer.reset())) {
            assertThat(failure(TestLimits.AMPLE, call(upstream))).isEqualTo(ExchangeFailures.BROKEN);
        }
    }

    @Test
    void doesNotRetryIfAKeptConnectionBreaks() throws Exception {
        RawServer.Handler script = (peer, request) -> {
            if (request.body().contains("second")) {
                peer.close();
            } else {
                peer.write(ok("{}"));
            }
        };
        try (RawServer upstream = RawServer.handling(script);
                HttpExchange unit = new HttpExchange(TestLimits.AMPLE, "1")) {
            unit.send(call(upstream), Deadline.none());
            UpstreamCall second = new UpstreamCall(
                    uri(upstream), JsonNodeFactory.instance.objectNode().put("call", "second"));

            assertThat(failure(unit, second)).isEqualTo(ExchangeFailures.BROKEN);
            assertThat(upstream.requests()).hasSize(2);
            assertThat(upstream.connections()).isEqualTo(1);
        }
    }

    @Test
    void reportsARefusedConnectionAsUnreachable() throws Exception {
        RawServer upstream = RawServer.responding(ok("{}"));
        upstream.close();

        assertThat(failure(TestLimits.AMPLE, call(upstream))).isEqualTo(ExchangeFailures.REFUSED);
    }

    @Test
    void reportsAnUnknownHostAsUnreachable() {
        assertThat(failure(TestLimits.AMPLE, callTo("http://vendor.invalid/v1")))
                .isEqualTo(ExchangeFailures.UNKNOWN_HOST);
    }

    @Test
    void reportsAnUpstreamWithoutTlsAsUnreachable() throws Exception {
        try (RawServer upstream = RawServer.greeting("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            assertThat(failure(TestLimits.AMPLE, callTo(upstream.url().replace("http:", "https:"))))
                    .isEqualTo(ExchangeFailures.NO_TLS);
        }
    }

    @Test
    void reportsAnUntrustedCertificateAsUnreachable(@TempDir Path directory) throws Exception {
        try (SelfSignedServer upstream = SelfSignedServer.start(directory, exchange -> {})) {
            assertThat(failure(TestLimits.AMPLE, callTo(upstream.uri().toString())))
                    .isEqualTo(ExchangeFailures.NO_TRUST);
        }
    }

    @Test
    void failsIfInterruptedAndKeepsTheInterrupt() throws Exception {
        try (RawServer upstream = RawServer.handling((peer, request) -> {})) {
            Thread.currentThread().interrupt();

            MintFailure failure = failure(TestLimits.AMPLE, call(upstream));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure).isEqualTo(ExchangeFailures.INTERRUPTED);
        }
    }

    @Test
    void sendsNothingOnceTheDeadlineHasPassed() throws Exception {
        try (RawServer upstream = RawServer.responding(ok("{}"));
                HttpExchange unit = new HttpExchange(TestLimits.AMPLE, "1")) {
            Deadline passed = Deadline.within(Duration.ZERO);

            assertThat(catchThrowableOfType(MintFailedException.class, () -> unit.send(call(upstream), passed))
                            .failure())
                    .isEqualTo(new OutOfTime());
            assertThat(upstream.connections()).isZero();
        }
    }

    /** The vendor has the first request, and the second waits for its connection. */
    @Test
    void sendsNothingWhileAllConnectionsAreInUse() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        RawServer.Handler script = (peer, request) -> {
            asked.countDown();
            released.await();
            peer.write(ok("{}"));
        };
        try (RawServer upstream = RawServer.handling(script);
                HttpExchange unit = new HttpExchange(TestLimits.withConnections(1), "1")) {
            CompletableFuture<UpstreamReply> first =
                    CompletableFuture.supplyAsync(() -> unit.send(call(upstream), Deadline.none()));
            asked.await();

            assertThat(failure(unit, call(upstream))).isEqualTo(new NoConnection());

            released.countDown();
            assertThat(first.get().status()).isEqualTo(200);
            assertThat(upstream.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x: %s\r\n", "x: 1\r\n"})
    void readsNoHeaderWithoutEnd(String line) throws Exception {
        RawServer.Handler script = (peer, request) -> {
            peer.write("HTTP/1.1 200 OK\r\n");
            for (int i = 0; i < 100_000; i++) {
                peer.write(line.formatted("y".repeat(1000)));
            }
        };
        try (RawServer upstream = RawServer.handling(script)) {
            assertThat(failure(TestLimits.AMPLE, call(upstream))).isEqualTo(ExchangeFailures.HEADER_TOO_LARGE);
            upstream.awaitAbandoned();
        }
    }

    private static MintFailure failure(ExchangeLimits limits, UpstreamCall call) {
        try (HttpExchange unit = new HttpExchange(limits, "1")) {
            return failure(unit, call);
        }
    }

    private static MintFailure failure(HttpExchange unit, UpstreamCall call) {
        return catchThrowableOfType(MintFailedException.class, () -> unit.send(call, Deadline.none()))
                .failure();
    }

    private static UpstreamCall callTo(String uri) {
        return new UpstreamCall(URI.create(uri), JsonNodeFactory.instance.objectNode());
    }
}
