package dev.ephemint.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.ephemint.server.dialect.azure.AzureEndpoint;
import dev.ephemint.server.doctor.DoctorFixture.Result;
import dev.ephemint.server.doctor.probe.ScriptedVendor;
import dev.ephemint.server.doctor.probe.VendorScript;
import dev.ephemint.server.testing.SelfSignedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
        try (ScriptedVendor plain = new ScriptedVendor(VendorScript.sound())) {
            return DoctorFixture.of("openai").runAt(plain.uri().toString().replace("ws:", "https:"));
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

    static Result droppedConnections() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 8, InetAddress.getByName("127.0.0.1"))) {
            Thread cutter = new Thread(() -> cut(socket), "cutter");
            cutter.setDaemon(true);
            cutter.start();
            return DoctorFixture.of("openai").runAt("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    private static void cut(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                socket.accept().close();
            } catch (IOException over) {
                return;
            }
        }
    }

    static Result returning(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("location", "https://elsewhere.example/v1/realtime/client_secrets");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            return DoctorFixture.of("openai")
                    .runAt("http://127.0.0.1:" + server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }
}
