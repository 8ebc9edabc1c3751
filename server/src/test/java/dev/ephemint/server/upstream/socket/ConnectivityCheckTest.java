package dev.ephemint.server.upstream.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.testing.SelfSignedServer;
import dev.ephemint.server.upstream.ExchangeFailures;
import dev.ephemint.testing.socket.RawServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectivityCheckTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    @Test
    void reachesAPlainHttpServer() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getByName("127.0.0.1"))) {
            int port = server.getLocalPort();

            Reachability reachability = new ConnectivityCheck(LONG).check(URI.create("http://127.0.0.1:" + port));

            assertThat(reachability.route()).isEqualTo("127.0.0.1 port " + port + ", plain http: no certificate");
            assertThat(reachability.certificateUntil()).isEmpty();
        }
    }

    @Test
    void readsTheCertificatesExpiry(@TempDir Path directory) throws Exception {
        try (SelfSignedServer server = SelfSignedServer.start(directory, exchange -> {})) {
            ConnectivityCheck trusting =
                    new ConnectivityCheck(LONG, server.context().getSocketFactory(), InetAddress::getByName);

            Reachability reachability = trusting.check(server.uri());

            assertThat(reachability.route()).contains("TLSv1.3");
            assertThat(reachability.certificateUntil()).hasValueSatisfying(end -> assertThat(end)
                    .isAfter(Instant.now().plus(Duration.ofHours(24))));
        }
    }

    @Test
    void rejectsACertificateOfAnotherName(@TempDir Path directory) throws Exception {
        try (SelfSignedServer server = SelfSignedServer.start(directory, exchange -> {})) {
            SSLSocketFactory sockets = server.context().getSocketFactory();
            ConnectivityCheck trusting =
                    new ConnectivityCheck(LONG, sockets, name -> InetAddress.getByName("127.0.0.1"));
            URI byAnotherName = URI.create(server.uri().toString().replace("localhost", "vendor.example"));

            assertThat(failure(trusting, byAnotherName)).isEqualTo(ExchangeFailures.NO_TRUST);
        }
    }

    @Test
    void timesOutDuringTheHandshake() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getByName("127.0.0.1"))) {
            URI uri = URI.create("https://127.0.0.1:" + silent.getLocalPort());

            assertThat(failure(new ConnectivityCheck(Duration.ofMillis(200)), uri))
                    .isEqualTo(new TimedOut());
        }
    }

    @Test
    void reportsAServerWithoutTls() throws Exception {
        try (RawServer plain = RawServer.greeting("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            assertThat(failure(new ConnectivityCheck(LONG), URI.create("https://localhost:" + plain.port())))
                    .isEqualTo(ExchangeFailures.NO_TLS);
        }
    }

    @Test
    void timesOutDuringNameResolution() {
        CompletableFuture<InetAddress> resolved = new CompletableFuture<>();
        SSLSocketFactory unused = (SSLSocketFactory) SSLSocketFactory.getDefault();
        ConnectivityCheck unit = new ConnectivityCheck(Duration.ofMillis(100), unused, host -> resolved.join());

        assertThat(failure(unit, URI.create("https://vendor.example"))).isEqualTo(new TimedOut());

        resolved.complete(InetAddress.getLoopbackAddress());
    }

    @Test
    void reportsAnUnknownHost() {
        assertThat(failure(new ConnectivityCheck(LONG), URI.create("https://no-such-host.invalid")))
                .isEqualTo(ExchangeFailures.UNKNOWN_HOST);
    }

    private static MintFailure failure(ConnectivityCheck unit, URI uri) {
        return catchThrowableOfType(MintFailedException.class, () -> unit.check(uri))
                .failure();
    }
}
