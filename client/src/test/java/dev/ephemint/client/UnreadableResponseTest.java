package dev.ephemint.client;

import static dev.ephemint.client.Fixtures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ephemint.client.internal.BufferingHttpClient;
import dev.ephemint.contract.model.FlatTranscriptionSessionRequest;
import dev.ephemint.testing.FakeHttpServer;
import dev.ephemint.testing.FakeHttpServer.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableResponseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>planted</html>",
                "",
                " ",
                "null",
                "[]",
                "\"planted\"",
                "{\"value\":\"planted\"",
                "{\"value\":\"planted\"} {}",
                "{\"value\":{\"planted\":1}}",
                "{\"value\":\"ek_example\",\"expires_at\":\"planted\"}",
                "{\"expires_at\":1790000600}",
                "{\"value\":null}"
            })
    void rejectsA2xxWithoutAClientSecret(String body) {
        ResponseException thrown =
                (ResponseException) failure(Reply.json(200, body).with("x-request-id", "req_1"));

        assertThat(thrown)
                .isInstanceOf(UnreadableResponseException.class)
                .hasNoCause()
                .extracting(Fixtures::message)
                .isEqualTo(
                        "The response (status 200) holds no client secret in the contract's form (localhost:PORT, request req_1)");
        assertThat(thrown.status()).isEqualTo(200);
        assertThat(thrown.requestId()).contains("req_1");
    }

    @Test
    void rejectsA2xxWithoutABody() {
        assertThat(failure(Reply.of(204, ""))).isInstanceOf(UnreadableResponseException.class);
    }

    @Test
    void rejectsAnEndless2xx() {
        String endless = "{\"value\":\"" + "x".repeat(BufferingHttpClient.LONGEST_BODY) + "\"}";

        assertThat(failure(Reply.json(200, endless).with("x-request-id", "req_1")))
                .isInstanceOf(UnreadableResponseException.class)
                .extracting(Fixtures::message)
                .isEqualTo("The response (status 200) is longer than 1048576 bytes (localhost:PORT, request req_1)");
    }

    @Test
    void rejectsACompressed2xx() {
        assertThat(failure(Reply.json(200, Fixtures.MINTED).with("content-encoding", "gzip")))
                .isInstanceOf(UnreadableResponseException.class)
                .extracting(Fixtures::message)
                .isEqualTo(
                        "The response (status 200) is compressed, but compression was not requested (localhost:PORT)");
    }

    @Test
    @SuppressWarnings("deprecation")
    void rejectsAFlat2xxWithoutASecret() {
        for (String body : new String[] {"{}", "{\"client_secret\":null}", "{\"client_secret\":{\"expires_at\":1}}"}) {
            try (FakeHttpServer service = new FakeHttpServer(Reply.json(200, body))) {
                EphemintClient unit =
                        Fixtures.client(service.url(), new FakeTimer()).build();

                assertThat(catchThrowableOfType(
                                UnreadableResponseException.class,
                                () -> unit.createTranscriptionSession(new FlatTranscriptionSessionRequest())))
                        .isNotNull();
            }
        }
    }
}
