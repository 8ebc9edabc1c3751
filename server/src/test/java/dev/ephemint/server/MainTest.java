package dev.ephemint.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The program as an operator starts it. */
final class MainTest {

    private static final int SIGTERM = 143;

    @Test
    void servesUntilItIsTerminated() throws Exception {
        Process process = start(Map.of("EPHEMINT_SERVER_PORT", "0", "EPHEMINT_LOG_FORMAT", "json"));
        try (BufferedReader lines = process.inputReader()) {
            URI uri = listening(lines);

            assertThat(status(uri.resolve("/readyz"))).isEqualTo(200);
            process.toHandle().destroy();
            assertThat(process.waitFor()).isEqualTo(SIGTERM);
            assertThat(lines.lines()).allSatisfy(MainTest::json);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void exitsWithStatusTwoIfASettingIsInvalid() throws Exception {
        Process process = start(Map.of("EPHEMINT_SERVER_PORT", "http"));
        try (BufferedReader errors = process.errorReader()) {
            assertThat(errors.lines())
                    .containsExactly("ephemint: invalid settings", "  server.port: must be a whole number");
            assertThat(process.waitFor()).isEqualTo(2);
        }
    }

    private static Process start(Map<String, String> environment) throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPathOfTheProgram(),
                "dev.ephemint.server.Main");
        program.environment().putAll(environment);
        return program.start();
    }

    /** Without the tests' own resources, which quieten the log. */
    private static String classPathOfTheProgram() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static URI listening(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode entry = json(line);
            if (entry.path("message").asText("").equals("listening")) {
                return URI.create(entry.path("url").asText());
            }
        }
        throw new AssertionError("the log has no address");
    }

    private static JsonNode json(String line) {
        try {
            return ContractJson.mapper().readTree(line);
        } catch (IOException malformed) {
            throw new AssertionError(line, malformed);
        }
    }

    private static int status(URI uri) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
