package dev.ephemint.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ephemint.contract.corpus.PlantedForms;
import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.FlatClientSecret;
import dev.ephemint.contract.model.FlatTranscriptionSession;
import dev.ephemint.testing.FakeHttpServer;
import dev.ephemint.testing.FakeHttpServer.Reply;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretsTest {

    /** In no form that could be known for a key. */
    private static final String KEY = "Planted4711Key";

    static Stream<Object> holders() {
        EphemintClientBuilder builder = EphemintClient.builder()
                .baseUrl("http://localhost:1")
                .apiKey(KEY)
                .maxRetries(0);
        EphemintClient client = builder.build();
        return Stream.of(
                builder,
                client,
                client.withSafetyIdentifier(KEY),
                new ClientSecret().value(KEY),
                new FlatClientSecret().value(KEY),
                new FlatTranscriptionSession().clientSecret(new FlatClientSecret().value(KEY)));
    }

    @ParameterizedTest
    @MethodSource("holders")
    void printsNoSecret(Object holder) {
        assertThat(holder.toString()).doesNotContain(KEY);
    }

    @Test
    void printsASingleLine() {
        EphemintClient client =
                EphemintClient.builder().baseUrl("http://localhost:1").build();

        assertThat(Stream.of(
                        client,
                        TokenSource.of(client, Fixtures.request()),
                        Fixtures.failure(Reply.json(400, Fixtures.envelope("a", "b", "two\\nlines")))))
                .allMatch(printed -> printed.toString().lines().count() == 1);
    }

    static Stream<Reply> echoes() {
        return Stream.of(401, 403, 404, 429, 500, 502)
                .flatMap(status -> Stream.of(
                        Reply.json(
                                status,
                                Fixtures.envelope("invalid_request_error", "invalid_api_key", "Wrong key " + KEY)),
                        Reply.json(status, Fixtures.envelope(KEY, KEY, KEY)),
                        Reply.of(status, "<html>" + KEY + "</html>"),
                        Reply.of(200, KEY),
                        Reply.json(200, "{\"value\":{\"x\":\"" + KEY + "\"}}"),
                        Reply.json(200, "{\"valeu\":\"" + KEY + "\"}")));
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void redactsAKeyThatTheResponseEchoes(Reply echo) {
        try (FakeHttpServer service = new FakeHttpServer(echo)) {
            EphemintClient unit = Fixtures.client(service.url(), new FakeTimer())
                    .apiKey(KEY)
                    .maxRetries(0)
                    .build();

            ResponseException thrown =
                    (ResponseException) catchThrowable(() -> unit.createClientSecret(Fixtures.request()));

            assertThat(thrown).isNotNull();
            assertThat(Throwables.getStackTrace(thrown)).doesNotContain(KEY);
            assertThat(Stream.of(thrown.code(), thrown.type(), thrown.param(), thrown.requestId()))
                    .noneMatch(said -> said.orElse("").contains(KEY));
        }
    }

    @Test
    void namesAnUnreachableServiceWithoutTheKey() {
        EphemintClient unit = Fixtures.client("http://localhost:1", new FakeTimer())
                .apiKey(KEY)
                .maxRetries(0)
                .build();

        Throwable thrown = catchThrowable(() -> unit.createClientSecret(Fixtures.request()));

        assertThat(Throwables.getStackTrace(thrown)).doesNotContain(KEY);
    }

    @ParameterizedTest
    @MethodSource("dev.ephemint.contract.corpus.PlantedForms#all")
    void redactsEveryFormOfTheKey(PlantedForms form) {
        String planted = form.of(KEY);
        String body = new ObjectMapper()
                .createObjectNode()
                .set(
                        "error",
                        new ObjectMapper()
                                .createObjectNode()
                                .put("message", "Wrong key " + planted)
                                .put("code", planted)
                                .put("type", planted)
                                .put("param", planted))
                .toString();
        try (FakeHttpServer service = new FakeHttpServer(Reply.of(400, body).withIfValid("x-request-id", planted))) {
            EphemintClient unit = Fixtures.client(service.url(), new FakeTimer())
                    .apiKey(KEY)
                    .maxRetries(0)
                    .build();

            ResponseException thrown =
                    (ResponseException) catchThrowable(() -> unit.createClientSecret(Fixtures.request()));

            assertThat(thrown).hasMessageContaining("Wrong key ");
            assertThat(Stream.of(
                                    Optional.of(Throwables.getStackTrace(thrown)),
                                    thrown.code(),
                                    thrown.type(),
                                    thrown.param(),
                                    thrown.requestId())
                            .flatMap(Optional::stream))
                    .noneMatch(said -> PlantedForms.reveals(said, KEY));
        }
    }
}
