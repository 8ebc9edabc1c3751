package dev.ephemint.server.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.util.ConfigurationBuilder;
import com.azure.core.util.ConfigurationSource;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.CredentialUnavailable;
import dev.ephemint.server.testing.SelfSignedServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real azure-identity as a federated workload (Kubernetes), against an authority on this machine. */
class EntraTokenOfAWorkloadTest {

    private static final UpstreamCall CALL =
            new UpstreamCall(URI.create("https://resource.openai.azure.com/"), JsonNodeFactory.instance.objectNode());

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Path directory;

    EntraTokenOfAWorkloadTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void exchangesTheFederatedTokenOnce() throws Exception {
        String response = "{\"access_token\":\"planted-1\",\"token_type\":\"Bearer\",\"expires_in\":3600}";
        try (SelfSignedServer authority = authority(200, response)) {
            EntraToken unit = unit(authority);

            assertThat(unit.sign(CALL).headers()).containsEntry("authorization", "Bearer planted-1");
            assertThat(unit.sign(CALL).headers()).containsEntry("authorization", "Bearer planted-1");
            assertThat(asked)
                    .singleElement()
                    .asString()
                    .startsWith("/tenant-1/oauth2/v2.0/token ")
                    .contains("scope=", "https://ai.azure.com/.default", "client_assertion=planted-assertion");
        }
    }

    @Test
    void isUnavailableIfTheAuthorityRejectsTheToken() throws Exception {
        String response = "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS700016: planted-2\"}";
        try (SelfSignedServer authority = authority(401, response)) {
            MintFailedException failure = catchThrowableOfType(
                    MintFailedException.class, () -> unit(authority).sign(CALL));

            assertThat(failure.failure()).isEqualTo(new CredentialUnavailable("no Entra token could be obtained"));
        }
    }

    private SelfSignedServer authority(int status, String response) throws Exception {
        return SelfSignedServer.start(directory, exchange -> respond(exchange, status, response));
    }

    private void respond(HttpExchange exchange, int status, String response) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestURI() + " " + URLDecoder.decode(form, StandardCharsets.UTF_8));
        exchange.getResponseHeaders().add("content-type", "application/json");
        exchange.sendResponseHeaders(status, response.length());
        exchange.getResponseBody().write(response.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    private EntraToken unit(SelfSignedServer authority) throws IOException {
        Path assertion = Files.writeString(directory.resolve("assertion"), "planted-assertion");
        Map<String, String> environment = Map.of(
                "AZURE_TOKEN_CREDENTIALS", "WorkloadIdentityCredential",
                "AZURE_TENANT_ID", "tenant-1",
                "AZURE_CLIENT_ID", "client-1",
                "AZURE_FEDERATED_TOKEN_FILE", assertion.toString(),
                "AZURE_AUTHORITY_HOST", authority.uri().toString());
        ConfigurationSource none = path -> Map.of();
        HttpClient.Builder trusting = HttpClient.newBuilder().sslContext(authority.context());
        return EntraToken.of(
                new DefaultAzureCredentialBuilder()
                        .configuration(new ConfigurationBuilder(none, none, path -> environment).build())
                        .disableInstanceDiscovery()
                        .httpClient(new JdkHttpClientBuilder(trusting).build()),
                EntraScope.DEFAULT);
    }
}
