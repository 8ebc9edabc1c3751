package dev.ephemint.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ephemint.client.internal.ConnectionFailure;
import dev.ephemint.testing.socket.RawPeer;
import dev.ephemint.testing.socket.RawServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenConnectionTest {

    private static final String HEAD =
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n";

    private static final URI ADDRESS = URI.create("https://user:planted@mint.example/v1?key=planted");

    private final FakeTimer timer = new FakeTimer();

    private enum Ending {
        CLOSE,
        RESET;

        void end(RawPeer peer) throws IOException {
            if (this == CLOSE) {
                peer.close();
            } else {
                peer.reset();
            }
        }
    }

    @Test
    void retriesARefusedConnection() throws IOException {
        String url;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            url = "http://localhost:" + taken.getLocalPort();
        }
        EphemintClient unit = Fixtures.client(url, timer).build();

        Throwable thrown = catchThrowable(() -> unit.createClientSecret(Fixtures.request()));

        assertThat(thrown)
                .isInstanceOf(UnreachableException.class)
                .hasMessage("No connection to " + url.substring("http://".length()) + ": refused")
                .hasCauseInstanceOf(ConnectException.class);
        assertThat(timer.waits).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"'', CLOSE", "'', RESET", "head, CLOSE", "head, RESET", "garbage, CLOSE"})
    void doesNotRetryABrokenResponse(String begun, Ending ending) {
        String response = begun.equals("head") ? HEAD + "{\"value\":\"planted" : begun + "planted";
        RawServer.Handler breaking = (peer, request) -> {
            peer.write(begun.isEmpty() ? "" : response);
            ending.end(peer);
        };
        try (RawServer service = RawServer.handling(breaking)) {
            EphemintClient unit = Fixtures.client(service.url(), timer).build();

            Throwable thrown = catchThrowable(() -> unit.createClientSecret(Fixtures.request()));

            assertThat(thrown)
                    .isInstanceOf(NoResponseException.class)
                    .hasMessageMatching(
                            "The connection to localhost:\\d+ ended before the response was complete \\(\\w+\\)")
                    .hasStackTraceContaining("BrokenConnectionTest");
            assertThat(org.assertj.core.util.Throwables.getStackTrace(thrown)).doesNotContain("planted");
            assertThat(service.requests()).hasSize(1);
        }
    }

    @Test
    void reportsHttpsToAPlainHttpService() {
        try (RawServer plain = RawServer.greeting("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            EphemintClient unit =
                    Fixtures.client("https://localhost:" + plain.port(), timer).build();

            Throwable thrown = catchThrowable(() -> unit.createClientSecret(Fixtures.request()));

            assertThat(thrown)
                    .isInstanceOf(UnreachableException.class)
                    .hasMessage("No connection to localhost:" + plain.port() + ": the TLS handshake failed")
                    .hasRootCauseMessage("Unrecognized SSL message, plaintext connection?");
        }
    }

    @Test
    void retriesAConnectTimeout() {
        EphemintException slow = failure(new HttpConnectTimeoutException("slow"));

        assertThat(slow)
                .isInstanceOf(UnreachableException.class)
                .hasMessage("No connection to mint.example:443 within the connect timeout");
        assertThat(new RetryRules(1, Duration.ofSeconds(3), () -> 0).wait(slow, 0, Duration.ZERO))
                .isPresent();
    }

    @Test
    void reportsAnUnknownHost() {
        IOException unknown = new ConnectException();
        unknown.initCause(new UnresolvedAddressException());

        assertThat(failure(unknown)).hasMessage("No connection to mint.example:443: unknown host");
    }

    @Test
    void doesNotRetryAFailedTlsHandshake() {
        EphemintException untrusted = failure(new SSLHandshakeException("untrusted"));

        assertThat(untrusted).isInstanceOf(UnreachableException.class);
        assertThat(new RetryRules(1, Duration.ofSeconds(3), () -> 0).wait(untrusted, 0, Duration.ZERO))
                .isEmpty();
    }

    private static EphemintException failure(IOException broken) {
        return ExceptionTranslator.exception(ConnectionFailure.of(broken, ADDRESS));
    }
}
