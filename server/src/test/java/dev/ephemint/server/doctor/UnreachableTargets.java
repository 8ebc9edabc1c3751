package dev.ephemint.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.dialect.azure.AzureEndpoint;
import dev.ephemint.server.doctor.DoctorFixture.Result;
import dev.ephemint.server.testing.SelfSignedServer;
import dev.ephemint.testing.FakeHttpServer;
import dev.ephemint.testing.FakeHttpServer.Reply;
import dev.ephemint.testing.socket.RawPeer;
import dev.ephemint.testing.socket.RawServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Examinations of what is no vendor. */
final class UnreachableTargets {

    private UnreachableTargets() {}

    static Result pastedApiVersion() {
        try {
            AzureEndpoint.of("https://r.openai.azure.com/openai/v1?api-version=2025-04-01-preview");
        } catch (IllegalArgumentException refused) {
            return new Result(Doctor.invalidSettings(List.of("upstream.url: " + refused.getMessage())), List.of());
        }
        throw new AssertionError("accepted");
    }

    static Result closedPort() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        return DoctorFixture.of("openai").runAt("http://127.0.0.1:" + port);
    }

    static Result untrustedCertificate() throws Exception {
        Path directory = Files.createTempDirectory("stranger");
        try (SelfSignedServer server = SelfSignedServer.start(directory, exchange -> {})) {
            return DoctorFixture.of("openai").runAt(server.uri().toString());
        } finally {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }

    static Result plainHttpOnTlsPort() {
        try (RawServer plain = RawServer.greeting("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            return DoctorFixture.of("openai").runAt("https://127.0.0.1:" + plain.port());
        }
    }

    static Result fullBacklog() throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Socket first = new Socket(full.getInetAddress(), full.getLocalPort());
                Socket second = new Socket(full.getInetAddress(), full.getLocalPort())) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            return DoctorFixture.of("openai").runAt("http://127.0.0.1:" + full.getLocalPort(), Duration.ofMillis(300));
        }
    }

    static Result droppedConnections() {
        try (RawServer dropping = new RawServer(RawPeer::close)) {
            return DoctorFixture.of("openai").runAt("http://127.0.0.1:" + dropping.port());
        }
    }

    static Result returning(int status) {
        Reply redirect = Reply.of(status, "").with("location", "https://elsewhere.example/v1/realtime/client_secrets");
        try (FakeHttpServer server = new FakeHttpServer(redirect)) {
            return DoctorFixture.of("openai").runAt(server.url());
        }
    }
}
