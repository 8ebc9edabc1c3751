package dev.ephemint.server.app.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.app.Facade;
import dev.ephemint.server.settings.TlsIdentity;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import dev.ephemint.testing.SelfSigned;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers by the certificate of their connection. */
final class ClientCertificateTest {

    private final SelfSigned server;
    private final SelfSigned client;
    private final SelfSigned stranger;

    ClientCertificateTest(@TempDir Path directory) throws Exception {
        this.server = SelfSigned.in(Files.createDirectory(directory.resolve("server")), "EC", "server");
        this.client = SelfSigned.in(Files.createDirectory(directory.resolve("client")), "EC", "client");
        this.stranger = SelfSigned.in(Files.createDirectory(directory.resolve("stranger")), "EC", "stranger");
    }

    @Test
    void aCertificateOfAConfiguredAuthorityIdentifiesTheCaller() throws Exception {
        try (Facade facade = start("CN=localhost")) {
            assertThat(mint(facade, identity(client).context(trusted())).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aVerifiedCertificateOfNoCallerIsNotAllowed() throws Exception {
        try (Facade facade = start("CN=other")) {
            assertThat(mint(facade, identity(client).context(trusted())).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aConnectionWithoutACertificateNeedsAKey() throws Exception {
        try (Facade facade = start("CN=localhost")) {
            HttpResponse<String> response = mint(facade, identity(server).contextOfPeer());

            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("www-authenticate")).contains("Bearer realm=\"ephemint\"");
        }
    }

    @Test
    void aCertificateOfAnotherAuthorityIsNotAccepted() {
        try (Facade facade = start("CN=localhost")) {
            assertThatThrownBy(() -> {
                        HttpResponse<String> response =
                                mint(facade, identity(stranger).context(trusted()));
                        // A client that leaves its certificate out, because the server asks for others.
                        assertThat(response.statusCode()).isEqualTo(401);
                        throw new IOException("refused");
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    private Facade start(String subject) {
        return Facade.start(Map.of(
                "server.port", "0",
                "server.tls-certificate-file", server.certificate().toString(),
                "server.tls-key-file", server.key().toString(),
                "server.tls-client-ca-file", client.certificate().toString(),
                "callers", "{web: {certificates: [{subject: '" + subject + "'}]}}"));
    }

    private List<X509Certificate> trusted() {
        return List.of((X509Certificate) server.trusted());
    }

    private static TlsIdentity identity(SelfSigned made) {
        return SettingsReader.read(Sources.of(Map.of(
                        "server.tls-certificate-file", made.certificate().toString(),
                        "server.tls-key-file", made.key().toString())))
                .server()
                .tls()
                .orElseThrow();
    }

    private static HttpResponse<String> mint(Facade facade, SSLContext context) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(facade.uri().resolve("/v1/realtime/client_secrets"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"session\":{\"type\":\"transcription\"}}"))
                .build();
        return HttpClient.newBuilder().sslContext(context).build().send(request, BodyHandlers.ofString());
    }
}
