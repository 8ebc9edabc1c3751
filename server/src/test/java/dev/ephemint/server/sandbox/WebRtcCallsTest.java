package dev.ephemint.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.sandbox.SandboxCaller.Reply;
import dev.ephemint.server.sandbox.openai.OpenAiHttp;
import dev.ephemint.testing.SettableClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page gets that posts an SDP offer. */
final class WebRtcCallsTest {

    private static final String OPENAI = "/v1/realtime/calls";
    private static final String AZURE = "/openai/v1/realtime/calls";
    private static final String TRANSCRIPTION = "{\"session\":{\"type\":\"transcription\"}}";

    private final SettableClock clock = new SettableClock();

    @ParameterizedTest
    @CsvSource({"openai," + OPENAI, "azure," + AZURE})
    void allowsEveryOrigin(String dialect, String path) {
        try (Sandbox sandbox = Sandbox.start(dialect, clock)) {
            Reply preflight = unauthenticated(sandbox).send("OPTIONS", path, "");

            assertThat(preflight.status()).isEqualTo(200);
            assertThat(preflight.header("access-control-allow-origin")).hasValue("*");
            assertThat(preflight.header("access-control-allow-headers")).hasValue("authorization,content-type");
        }
    }

    @ParameterizedTest
    @CsvSource({"openai," + OPENAI, "azure," + AZURE})
    void acceptsATokenAndReturns501(String dialect, String path) {
        try (Sandbox sandbox = Sandbox.start(dialect, clock)) {
            Reply reply = withToken(sandbox, dialect).post(path, "v=0");

            assertThat(reply.status()).isEqualTo(501);
            assertThat(reply.json().at("/error/code").asText()).isEqualTo("sandbox_plays_no_webrtc");
            assertThat(reply.header("access-control-allow-origin")).hasValue("*");
        }
    }

    @Test
    void openAiAcceptsTheStandingKey() {
        try (Sandbox sandbox = Sandbox.start("openai", clock)) {
            assertThat(SandboxCaller.withBearer(sandbox).post(OPENAI, "v=0").status())
                    .isEqualTo(501);
            assertThat(unauthenticated(sandbox).post(OPENAI, "v=0").json())
                    .isEqualTo(SandboxCaller.openAiError(OpenAiHttp.NO_KEY, null, null));
        }
    }

    @Test
    void azureAcceptsTokensOnly() {
        try (Sandbox sandbox = Sandbox.start("azure", clock)) {
            Reply reply = SandboxCaller.withApiKey(sandbox).post(AZURE, "v=0");

            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.json())
                    .isEqualTo(
                            SandboxCaller.azureError("Unauthorized", "Realtime session ephemeral token is required."));
        }
    }

    @ParameterizedTest
    @CsvSource({"openai," + OPENAI, "azure," + AZURE})
    void rejectsAnExpiredToken(String dialect, String path) {
        try (Sandbox sandbox = Sandbox.start(dialect, clock)) {
            SandboxCaller caller = withToken(sandbox, dialect);
            clock.advance(Duration.ofHours(3));

            assertThat(caller.post(path, "v=0").status()).isEqualTo(401);
        }
    }

    private static SandboxCaller unauthenticated(Sandbox sandbox) {
        return SandboxCaller.withBearer(sandbox).with(Map.of());
    }

    private static SandboxCaller withToken(Sandbox sandbox, String dialect) {
        boolean azure = dialect.equals("azure");
        SandboxCaller minter = azure ? SandboxCaller.withApiKey(sandbox) : SandboxCaller.withBearer(sandbox);
        String route = azure ? "/openai/v1/realtime/client_secrets" : "/v1/realtime/client_secrets";
        return minter.with(Map.of(
                "authorization", "Bearer " + minter.post(route, TRANSCRIPTION).token()));
    }
}
