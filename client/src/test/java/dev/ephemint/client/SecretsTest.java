package dev.ephemint.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ephemint.client.FakeService.Reply;
import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.FlatClientSecret;
import dev.ephemint.contract.model.FlatTranscriptionSession;
import java.util.Map;
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
    void whatHoldsASecretDoesNotPrintIt(Object holder) {
        assertThat(holder.toString()).doesNotContain(KEY);
    }

    @Test
    void whatTheClientPrintsFitsOnALine() {
        EphemintClient client =
                EphemintClient.builder().baseUrl("http://localhost:1").build();

        assertThat(Stream.of(
                        client,
                        TokenSource.of(client, Fixtures.request()),
                        new LostAudio(java.time.Duration.ZERO, java.util.List.of("i")),
                        Fixtures.failure(Reply.json(400, Fixtures.envelope("a", "b", "two\\nlines"))),
                        new SocketRefusedException(400, ErrorEnvelope.NONE, null)))
                .allMatch(printed -> printed.toString().lines().count() == 1);
    }

    static Stream<Reply> echoes() {
        return Stream.of(401, 403, 404, 429, 500, 502)
                .flatMap(status -> Stream.of(
                        Reply.json(
                                status,
                                Fixtures.envelope("invalid_request_error", "invalid_api_key", "Wrong key " + KEY)),
                        Reply.json(status, Fixtures.envelope(KEY, KEY, KEY)),
                        new Reply(status, "<html>" + KEY + "</html>", Map.of()),
                        new Reply(200, KEY, Map.of()),
                        Reply.json(200, "{\"value\":{\"x\":\"" + KEY + "\"}}"),
                        Reply.json(200, "{\"valeu\":\"" + KEY + "\"}")));
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void noExceptionRepeatsAKeyThatTheAnswerRepeats(Reply echo) {
        try (FakeService service = new FakeService(echo)) {
            EphemintClient unit = Fixtures.client(service.url(), new FakeTimer())
                    .apiKey(KEY)
                    .maxRetries(0)
                    .build();

            AnswerException thrown =
                    (AnswerException) catchThrowable(() -> unit.createClientSecret(Fixtures.request()));

            assertThat(thrown).isNotNull();
            assertThat(Throwables.getStackTrace(thrown)).doesNotContain(KEY);
            assertThat(Stream.of(thrown.code(), thrown.type(), thrown.param(), thrown.requestId()))
                    .noneMatch(said -> said.orElse("").contains(KEY));
        }
    }

    @Test
    void anUnreachableServiceIsNamedWithoutTheKey() {
        EphemintClient unit = Fixtures.client("http://localhost:1", new FakeTimer())
                .apiKey(KEY)
                .maxRetries(0)
                .build();

        Throwable thrown = catchThrowable(() -> unit.createClientSecret(Fixtures.request()));

        assertThat(Throwables.getStackTrace(thrown)).doesNotContain(KEY);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({
        "Incorrect API key provided: sk-proj-abcd****WXYZ., Incorrect API key provided: ***",
        "ek_6a018895xxxxxxxx has expired, *** has expired",
        "Authorization was Bearer abc.def, Authorization was ***",
        "key 0123456789abcdef0123456789abcdef is off, key *** is off",
        "token eyJhbGciOi.eyJhdWQi.c2ln is for another audience, token *** is for another audience",
        "The API deployment for this resource does not exist, The API deployment for this resource does not exist",
        "task-specific risk-based text stays, task-specific risk-based text stays",
    })
    void whatLooksLikeAKeyIsTakenOut(String said, String repeated) {
        assertThat(Scrubber.scrub(said)).isEqualTo(repeated);
    }
}
