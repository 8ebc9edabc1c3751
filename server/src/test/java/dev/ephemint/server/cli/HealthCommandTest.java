package dev.ephemint.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ephemint.server.app.Facade;
import dev.ephemint.testing.SelfSigned;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A container asks its own service by its own settings. */
final class HealthCommandTest {

    private final Path directory;

    HealthCommandTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void exitsWithZeroWhileTheServiceIsAlive() throws Exception {
        try (Facade facade = Facade.start(Map.of("server.port", "0"))) {
            ProgramRun run = health(Map.of(), facade.uri().getPort());

            assertThat(run.out()).isEqualTo(facade.uri() + "/healthz responded with 200\n");
            assertThat(run.status()).isZero();
        }
    }

    @Test
    void trustsTheConfiguredCertificateUnderTheLoopbackAddress() throws Exception {
        SelfSigned made = SelfSigned.in(directory, "EC");
        Map<String, String> tls = Map.of(
                "server.tls-certificate-file", made.certificate().toString(),
                "server.tls-key-file", made.key().toString());
        Map<String, String> settings = new TreeMap<>(tls);
        settings.put("server.port", "0");
        try (Facade facade = Facade.start(settings)) {
            assertThat(health(tls, facade.uri().getPort()).status()).isZero();
        }
    }

    @Test
    void trustsNoOtherCertificate() throws Exception {
        SelfSigned made = SelfSigned.in(directory, "EC");
        SelfSigned other = SelfSigned.in(Files.createDirectory(directory.resolve("other")), "EC", "other");
        try (Facade facade = Facade.start(Map.of(
                "server.port", "0",
                "server.tls-certificate-file", other.certificate().toString(),
                "server.tls-key-file", other.key().toString()))) {
            ProgramRun run = health(
                    Map.of(
                            "server.tls-certificate-file", made.certificate().toString(),
                            "server.tls-key-file", made.key().toString()),
                    facade.uri().getPort());

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err()).contains("no response from https://127.0.0.1:");
        }
    }

    @Test
    void exitsWithOneIfTheServiceIsNotReady() throws Exception {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/healthz", exchange -> respond(exchange, 200));
        service.createContext("/readyz", exchange -> respond(exchange, 503));
        service.start();
        try {
            int port = service.getAddress().getPort();

            assertThat(health(Map.of(), port, "--ready").status()).isEqualTo(1);
            assertThat(health(Map.of(), port).status()).isZero();
        } finally {
            service.stop(0);
        }
    }

    @Test
    void exitsWithOneIfNothingListens() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }

        assertThat(health(Map.of(), closed).status()).isEqualTo(1);
    }

    private static void respond(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private ProgramRun health(Map<String, String> settings, int port, String... options) throws IOException {
        Map<String, String> all = new TreeMap<>(settings);
        all.put("server.port", Integer.toString(port));
        Path file = directory.resolve("health.properties");
        Files.writeString(
                file,
                all.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining("\n")));
        return options.length == 0
                ? ProgramRun.of("health", "--config=" + file)
                : ProgramRun.of("health", "--config=" + file, options[0]);
    }
}
