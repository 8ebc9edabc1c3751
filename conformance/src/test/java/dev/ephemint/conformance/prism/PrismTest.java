package dev.ephemint.conformance.prism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrismTest {
    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: small, version: '1'}
            paths:
              /mint:
                post:
                  requestBody:
                    content: {application/json: {schema: {type: object, properties: {n: {type: integer, minimum: 3}}}}}
                  responses:
                    '200': {description: ok, content: {application/json: {example: {ok: true}}}}
                    '400': {description: no, content: {application/json: {example: {ok: false}}}}
            """;

    @Test
    void mocksADocument(@TempDir Path directory) throws IOException {
        Path document = Files.writeString(directory.resolve("small.yaml"), DOCUMENT);

        try (Prism unit = Prism.start(Path.of(""), document)) {
            assertThat(post(unit, "{\"n\":3}")).isEqualTo("200 {\"ok\":true}");
            assertThat(post(unit, "{\"n\":2}")).isEqualTo("400 {\"ok\":false}");
        }
    }

    @Test
    void failureToStartReportsWhatPrismPrinted(@TempDir Path directory) {
        Path nowhere = directory.resolve("nowhere.yaml");

        assertThatThrownBy(() -> Prism.start(Path.of(""), nowhere))
                .hasMessageStartingWith("Prism did not start:")
                .hasMessageContaining("nowhere.yaml");
    }

    @Test
    void missingInstallationIsNamed(@TempDir Path directory) {
        assertThatThrownBy(() -> Prism.start(directory, Path.of("x.yaml")))
                .hasMessage("Prism is not installed: run npm ci in " + directory);
    }

    private static String post(Prism prism, String body) {
        Message response = new MessageSender()
                .call(prism.uri(), Message.request("POST", "/mint", body).with("Content-Type", "application/json"));
        return response.status() + " " + response.body();
    }
}
