package dev.ephemint.server.doctor.probe;

import static dev.ephemint.server.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.credential.ApiKey;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @Test
    void redactsTheValuesOfCredentialHeaders() {
        UpstreamCall call = new UpstreamCall(URI.create("https://vendor.example/v1"), json("{'a':1}"));
        ApiKey key = ApiKey.openAi(new Secret("sk-planted"), Optional.of("org-planted"), Optional.empty());

        assertThat(Redaction.sent(call, key))
                .containsExactlyInAnyOrder(
                        "POST https://vendor.example/v1",
                        "authorization: [redacted]",
                        "openai-organization: [redacted]",
                        "{\"a\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":\"planted\"}",
                "{\"client_secret\":{\"value\":\"planted\"}}",
                "{\"client_secret\":\"planted\"}",
                "{\"a\":{\"secret\":\"planted\"},\"ephemeral_key\":\"planted\"}",
                "{\"a\":[{\"token\":\"planted\"}]}",
                "Incorrect API key provided: sk-plantedplanted",
                "{\"message\":\"Bearer planted\"}",
            })
    void redactsSecretsByNameAndByForm(String body) {
        assertThat(Redaction.text(body)).contains("[redacted]").doesNotContain("planted");
    }

    @Test
    void reportsUsefulHeadersOnly() {
        UpstreamReply reply = new UpstreamReply(
                302, Map.of("location", "wss://h/v1", "set-cookie", "planted", "x-request-id", "req_1"), " ");

        assertThat(Redaction.received(reply))
                .containsExactly("302", "location: wss://h/v1", "x-request-id: req_1", "(no body)");
    }
}
