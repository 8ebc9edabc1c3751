package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.caller.CallerCheck;
import dev.ephemint.server.http.LocalEdge.LocalResponse;
import dev.ephemint.server.http.intake.BodyTimes;
import dev.ephemint.server.http.intake.RequestLimits;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.mint.shape.Repair;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LocalEdgeTest {

    private static final String PATH = "v1/realtime/client_secrets";

    @Test
    void respondsLikeTheService() throws Exception {
        String body = "{\"session\":{\"type\":\"transcription\",\"extra\":1.50}}";
        try (RunningEdge service = RunningEdge.over(Tokens.echoing())) {
            LocalResponse response = over(Tokens.echoing()).post(PATH, bytes(body));

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body())
                    .hasToString(
                            RunningEdge.json(service.post("/" + PATH, body)).toString());
        }
    }

    @Test
    void rejectsLikeTheService() {
        LocalResponse response = over(Tokens.echoing()).post(PATH, bytes("{\"session\":{}}"));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body().at("/error/param").asText()).isEqualTo("session.type");
    }

    @Test
    void failsLikeTheService() {
        LocalEdge edge = over(request -> {
            throw new MintFailedException(new TimedOut());
        });

        assertThat(edge.post(PATH, bytes("{}")).status()).isEqualTo(504);
    }

    @Test
    void toStringHidesTheToken() {
        LocalResponse response = over(Tokens.echoing()).post(PATH, bytes("{\"session\":{\"type\":\"transcription\"}}"));

        assertThat(response.body().path("value").asText()).isEqualTo(Tokens.VALUE);
        assertThat(response).hasToString("LocalResponse[status=200]");
    }

    private static LocalEdge over(Mint mint) {
        EdgeSettings settings = new EdgeSettings(
                "openai",
                "model",
                new RequestLimits(4096, new BodyTimes(Duration.ofMinutes(1), 0), Duration.ofMinutes(1), 1),
                "127.0.0.1"::equals,
                Optional.empty(),
                false);
        return new LocalEdge(
                new Edge(settings, mint, Readiness.always(), Repair.OFF, Optional.empty(), CallerCheck.anonymous()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
