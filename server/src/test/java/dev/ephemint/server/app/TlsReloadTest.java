package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ephemint.server.http.LogCapture;
import dev.ephemint.server.settings.TlsFiles;
import dev.ephemint.testing.SelfSigned;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificate changes while the service runs. */
final class TlsReloadTest {

    private final Path certificate;
    private final Path key;
    private final SelfSigned one;
    private final SelfSigned other;

    TlsReloadTest(@TempDir Path directory) throws Exception {
        this.one = SelfSigned.in(Files.createDirectory(directory.resolve("one")), "EC");
        this.other = SelfSigned.in(Files.createDirectory(directory.resolve("other")), "RSA");
        this.certificate = directory.resolve("tls.crt");
        this.key = directory.resolve("tls.key");
    }

    @BeforeEach
    void begin() throws Exception {
        write(one.certificate(), one.key());
    }

    @Test
    void aNewCertificateIsServedWithoutLosingARequest() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger responses = new AtomicInteger();
        try (Facade facade = Facade.start(Map.of(
                "server.port", "0",
                "server.tls-certificate-file", certificate.toString(),
                "server.tls-key-file", key.toString()))) {
            List<CompletableFuture<Void>> callers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                callers.add(CompletableFuture.runAsync(() -> call(facade.uri(), done, responses)));
            }
            assertThat(served(facade.uri())).isEqualTo(one.trusted());

            write(other.certificate(), other.key());

            assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
                while (!served(facade.uri()).equals(other.trusted())) {}
            });
            done.set(true);
            for (CompletableFuture<Void> caller : callers) {
                caller.join();
            }
        }
        assertThat(responses).hasPositiveValue();
    }

    @Test
    void aChangeCountsOnceItHasStayed() throws Exception {
        List<SSLContext> renewed = new ArrayList<>();
        try (TlsReload reload = new TlsReload(files(), renewed::add)) {
            reload.check();
            reload.check();
            assertThat(renewed).isEmpty();

            Files.copy(other.certificate(), certificate, StandardCopyOption.REPLACE_EXISTING);
            reload.check();
            Files.copy(other.key(), key, StandardCopyOption.REPLACE_EXISTING);
            reload.check();
            assertThat(renewed).isEmpty();
            reload.check();
            reload.check();

            assertThat(renewed).hasSize(1);
            assertThat(reload.renewed()).isEqualTo(1);
            assertThat(reload.refused()).isZero();
        }
    }

    @Test
    void aBrokenCertificateKeepsTheLastOneAndIsReportedOnce() throws Exception {
        List<SSLContext> renewed = new ArrayList<>();
        try (LogCapture log = LogCapture.open();
                TlsReload reload = new TlsReload(files(), renewed::add)) {
            Files.copy(other.key(), key, StandardCopyOption.REPLACE_EXISTING);
            reload.check();
            reload.check();
            reload.check();

            assertThat(renewed).isEmpty();
            assertThat(reload.refused()).isEqualTo(1);
            assertThat(log.lines().filter(line -> line.contains("the last certificate stays in use")))
                    .singleElement()
                    .asString()
                    .startsWith("WARN ")
                    .contains("server.tls-key-file: holds no EC key")
                    .doesNotContain(Files.readString(other.key()).substring(40, 90));

            Files.delete(key);
            reload.check();
            reload.check();
            assertThat(reload.refused()).isEqualTo(2);

            write(other.certificate(), other.key());
            reload.check();
            reload.check();
            assertThat(renewed).hasSize(1);
        }
    }

    private TlsFiles files() {
        return new TlsFiles(certificate, key, Optional.empty());
    }

    private void write(Path newCertificate, Path newKey) throws Exception {
        Files.copy(newCertificate, certificate, StandardCopyOption.REPLACE_EXISTING);
        Files.copy(newKey, key, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Some requests over connections that stay open, some over new ones. */
    private void call(URI server, AtomicBoolean done, AtomicInteger responses) {
        try {
            SSLContext both = trustingBoth();
            while (!done.get()) {
                HttpClient client = HttpClient.newBuilder().sslContext(both).build();
                for (int i = 0; i < 20; i++) {
                    int status = client.send(
                                    HttpRequest.newBuilder(server.resolve("/healthz"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode();
                    assertThat(status).isEqualTo(200);
                    responses.incrementAndGet();
                }
            }
        } catch (Exception lost) {
            throw new AssertionError("a request was lost", lost);
        }
    }

    private Certificate served(URI server) throws Exception {
        try (SSLSocket socket =
                (SSLSocket) trustingBoth().getSocketFactory().createSocket("127.0.0.1", server.getPort())) {
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    private SSLContext trustingBoth() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("one", one.trusted());
        store.setCertificateEntry("other", other.trusted());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
