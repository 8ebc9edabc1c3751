package dev.ephemint.server.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.testing.SelfSignedServer;
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

class ReachTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    @Test
    void getsToAPlainPlace() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getByName("127.0.0.1"))) {
            int port = server.getLocalPort();

            Reached reached = new Reach(LONG).to(URI.create("http://127.0.0.1:" + port));

            assertThat(reached.way()).isEqualTo("127.0.0.1 port " + port + ", plain http: no certificate");
            assertThat(reached.certificateUntil()).isEmpty();
        }
    }

    @Test
    void looksAtTheCertificate(@TempDir Path directory) throws Exception {
        try (SelfSignedServer server = SelfSignedServer.start(directory, exchange -> {})) {
            Reach trusting = new Reach(LONG, server.context().getSocketFactory(), InetAddress::getByName);

            Reached reached = trusting.to(server.uri());

            assertThat(reached.way()).contains("TLSv1.3");
            assertThat(reached.certificateUntil()).hasValueSatisfying(end -> assertThat(end)
                    .isAfter(Instant.now().plus(Duration.ofHours(24))));
        }
    }

    @Test
    void doesNotTakeACertificateOfAnotherName(@TempDir Path directory) throws Exception {
        try (SelfSignedServer server = SelfSignedServer.start(directory, exchange -> {})) {
            SSLSocketFactory sockets = server.context().getSocketFactory();
            Reach trusting = new Reach(LONG, sockets, name -> InetAddress.getByName("127.0.0.1"));
            URI byAnotherName = URI.create(server.uri().toString().replace("localhost", "vendor.example"));

            assertThat(failure(trusting, byAnotherName)).isEqualTo(BrokenExchange.NO_TRUST);
        }
    }

    @Test
    void waitsNoLongerForAHandshakeThanItsPatience() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getByName("127.0.0.1"))) {
            URI uri = URI.create("https://127.0.0.1:" + silent.getLocalPort());

            assertThat(failure(new Reach(Duration.ofMillis(200)), uri)).isEqualTo(new TimedOut());
        }
    }

    @Test
    void saysWhereNoTlsIsSpoken() throws Exception {
        try (RawUpstream plain = RawUpstream.greeting("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            assertThat(failure(new Reach(LONG), plain.uri("https"))).isEqualTo(BrokenExchange.NO_TLS);
        }
    }

    @Test
    void aNameThatTakesTooLongMayResolve() {
        CompletableFuture<InetAddress> answer = new CompletableFuture<>();
        SSLSocketFactory unused = (SSLSocketFactory) SSLSocketFactory.getDefault();
        Reach unit = new Reach(Duration.ofMillis(100), unused, host -> answer.join());

        assertThat(failure(unit, URI.create("https://vendor.example"))).isEqualTo(new TimedOut());

        answer.complete(InetAddress.getLoopbackAddress());
    }

    @Test
    void namesAHostThatDoesNotResolve() {
        assertThat(failure(new Reach(LONG), URI.create("https://no-such-host.invalid")))
                .isEqualTo(BrokenExchange.UNKNOWN_HOST);
    }

    private static MintFailure failure(Reach unit, URI uri) {
        return catchThrowableOfType(MintFailedException.class, () -> unit.to(uri))
                .failure();
    }
}
