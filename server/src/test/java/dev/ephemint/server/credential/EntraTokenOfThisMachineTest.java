package dev.ephemint.server.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.testing.FakeHttpServer;
import dev.ephemint.testing.FakeHttpServer.Reply;
import dev.ephemint.testing.socket.RawRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The real azure-identity against an endpoint on this machine. It reads the environment of its process and nothing else
 * for a managed identity, so each case is a process; that also shows all that the library would log.
 */
class EntraTokenOfThisMachineTest {

    private static final String UNAVAILABLE = "CredentialUnavailable[reason=no Entra token could be obtained]";

    /** From App Service; IMDS returns the same and more: Microsoft's REST references, 2026-11. */
    private static final Reply TOKEN = Reply.json(200, """
                    {"access_token":"planted-1","expires_on":"%d","resource":"https://ai.azure.com","token_type":"Bearer"}""".formatted(System.currentTimeMillis() / 1000 + 86_400));

    private final Path directory;

    EntraTokenOfThisMachineTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void usesTheManagedIdentityOfAppService() throws Exception {
        try (FakeHttpServer endpoint = new FakeHttpServer(TOKEN)) {
            Run run = run(2, appService(endpoint.url()));

            assertThat(run.outcomes())
                    .containsExactly("{authorization=Bearer planted-1}", "{authorization=Bearer planted-1}");
            assertThat(endpoint.requests()).singleElement().satisfies(request -> {
                assertThat(request.target())
                        .isEqualTo("/msi/token?api-version=2019-08-01&resource=https%3A%2F%2Fai.azure.com");
                assertThat(request.header("x-identity-header")).isEqualTo("planted-header");
                assertThat(request.header("metadata")).isEmpty();
            });
            assertThat(run.log()).doesNotContain("planted");
        }
    }

    @Test
    void usesTheManagedIdentityOfAVirtualMachine() throws Exception {
        try (FakeHttpServer endpoint = new FakeHttpServer(TOKEN)) {
            Run run = run(2, Map.of("AZURE_POD_IDENTITY_AUTHORITY_HOST", endpoint.url()));

            assertThat(run.outcomes())
                    .containsExactly("{authorization=Bearer planted-1}", "{authorization=Bearer planted-1}");
            assertThat(endpoint.requests())
                    .filteredOn(request -> request.header("metadata").equals("true"))
                    .extracting(RawRequest::target)
                    .containsExactly(
                            "/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fai.azure.com");
            assertThat(run.log()).doesNotContain("planted");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    400 | {"statusCode":400,"message":"no identity planted-2"}
                    200 | {"access_token":"planted-3","expires_on":
                    200 | <html>planted-4</html>
                    """)
    void isUnavailableIfTheEndpointReturnsNoToken(int status, String body) throws Exception {
        try (FakeHttpServer endpoint = new FakeHttpServer(Reply.json(status, body))) {
            Run run = run(1, appService(endpoint.url()));

            assertThat(run.outcomes()).containsExactly(UNAVAILABLE);
            assertThat(run.log())
                    .doesNotContain("planted")
                    .contains("no Entra token could be obtained scope=\"https://ai.azure.com/.default\"");
        }
    }

    @Test
    void isUnavailableWithoutAnEndpoint() throws Exception {
        FakeHttpServer endpoint = new FakeHttpServer(Reply.json(200, ""));
        endpoint.close();

        Run run = run(1, appService(endpoint.url()));

        assertThat(run.outcomes()).containsExactly(UNAVAILABLE);
    }

    private record Run(List<String> outcomes, String log) {}

    private static Map<String, String> appService(String url) {
        return Map.of("IDENTITY_ENDPOINT", url + "/msi/token", "IDENTITY_HEADER", "planted-header");
    }

    /** With the shipped log configuration; the HTTP log is asked for, so that the test shows that it stays off. */
    private Run run(int times, Map<String, String> identity) throws IOException, InterruptedException {
        Path outcomes = directory.resolve("outcomes");
        ProcessBuilder process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                EntraProbe.class.getName(),
                outcomes.toString(),
                String.valueOf(times));
        Map<String, String> environment = new HashMap<>(identity);
        environment.put("AZURE_HTTP_LOG_DETAIL_LEVEL", "BODY_AND_HEADERS");
        environment.put("AZURE_LOG_LEVEL", "VERBOSE");
        process.environment().putAll(environment);
        Process running = process.redirectErrorStream(true).start();
        String log = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(log).isZero();
        return new Run(Files.readAllLines(outcomes), log);
    }
}
