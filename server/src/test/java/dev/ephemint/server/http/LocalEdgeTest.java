package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.http.LocalEdge.Answer;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.mint.Repair;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LocalEdgeTest {

    private static final String PATH = "v1/realtime/client_secrets";

    @Test
    void answersAsTheServiceDoes() throws Exception {
        String body = "{\"session\":{\"type\":\"transcription\",\"extra\":1.50}}";
        try (RunningEdge service = RunningEdge.over(Tokens.echoing())) {
            Answer answer = over(Tokens.echoing()).post(PATH, bytes(body));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                    .hasToString(
                            RunningEdge.json(service.post("/" + PATH, body)).toString());
        }
    }

    @Test
    void refusesAsTheServiceDoes() {
        Answer answer = over(Tokens.echoing()).post(PATH, bytes("{\"session\":{}}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/error/param").asText()).isEqualTo("session.type");
    }

    @Test
    void failsAsTheServiceDoes() {
        LocalEdge edge = over(request -> {
            throw new MintFailedException(new TimedOut());
        });

        assertThat(edge.post(PATH, bytes("{}")).status()).isEqualTo(504);
    }

    @Test
    void anAnswerKeepsItsTokenToItself() {
        Answer answer = over(Tokens.echoing()).post(PATH, bytes("{\"session\":{\"type\":\"transcription\"}}"));

        assertThat(answer.body().path("value").asText()).isEqualTo(Tokens.VALUE);
        assertThat(answer).hasToString("Answer[status=200]");
    }

    private static LocalEdge over(Mint mint) {
        return new LocalEdge(new Edge(
                mint,
                "openai",
                Readiness.always(),
                "model",
                4096,
                "127.0.0.1"::equals,
                Repair.OFF,
                false,
                Optional.empty()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
