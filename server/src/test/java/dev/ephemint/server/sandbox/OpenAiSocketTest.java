package dev.ephemint.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.Document;
import dev.ephemint.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiSocketTest {

    private static final String SOCKET = "/v1/realtime?intent=transcription";

    private final SettableClock clock = new SettableClock();
    private final Sandbox sandbox = Sandbox.start("openai", clock);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void startsWithTheMintedSession() {
        SocketCaller unit = open(SOCKET, "authorization", "Bearer " + token());

        JsonNode session = unit.next("session.created").path("session");

        assertThat(session.path("type").asText()).isEqualTo("transcription");
        assertThat(session.path("id").asText()).startsWith("sess_");
        assertThat(session.path("expires_at").asLong())
                .isEqualTo(clock.instant().getEpochSecond() + 3600);
        assertThat(session.at("/audio/input/transcription/model").asText()).isEqualTo("gpt-4o-transcribe");
    }

    @ParameterizedTest
    @ValueSource(strings = {SOCKET, "/v1/realtime"})
    void acceptsATokenAsSubprotocol(String path) {
        SocketCaller unit = open(path, "subprotocol", "openai-insecure-api-key." + token());

        unit.next("session.created");

        assertThat(unit.subprotocol()).isEqualTo("realtime");
    }

    /** The session of 2026-09-18, which transcribes nothing. */
    @Test
    void startsWithADefaultSessionForAStandingKey() {
        JsonNode session = open(SOCKET, "authorization", standing())
                .next("session.created")
                .path("session");

        assertThat(session.at("/audio/input/transcription").isNull()).isTrue();
        assertThat(session.at("/audio/input/turn_detection/silence_duration_ms").asInt())
                .isEqualTo(200);
    }

    @Test
    void startsARealtimeSessionForAModel() {
        JsonNode event = open("/v1/realtime?model=gpt-realtime", "authorization", standing())
                .next("session.created");

        assertThat(event.at("/session/type").asText()).isEqualTo("realtime");
        assertThat(event.at("/session/model").asText()).isEqualTo("gpt-realtime");
    }

    @Test
    void opensAndClosesForAnExpiredToken() {
        String token = token();
        clock.advance(Duration.ofSeconds(600));

        SocketCaller unit = open(SOCKET, "authorization", "Bearer " + token);

        assertThat(unit.error()).startsWith("invalid_api_key | null | Incorrect API key provided: ek_sandb*");
        assertThat(unit.close()).isEqualTo("3000 invalid_request_error.invalid_api_key");
    }

    /** Expiry governs connecting and not what is connected. */
    @Test
    void continuesAfterTheTokenExpires() {
        SocketCaller unit = open(SOCKET, "authorization", "Bearer " + token());
        unit.next("session.created");
        clock.advance(Duration.ofSeconds(600));

        unit.send("{\"type\":\"input_audio_buffer.clear\"}").next("input_audio_buffer.cleared");
    }

    @Test
    void opensAndClosesWithoutAKey() {
        SocketCaller unit = open(SOCKET);

        assertThat(unit.error()).isEqualTo("null | null | Missing bearer or basic authentication in header");
        assertThat(unit.close()).isEqualTo("3000 invalid_request_error");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /v1/realtime | missing_model
                    /v1/realtime?model=gpt-nope | invalid_model
                    /v1/realtime?model=gpt-4o-transcribe | invalid_model
                    /v1/realtime?intent=transcription&model=gpt-4o-mini-transcribe | invalid_model
                    """)
    void opensAndClosesForAWrongQuery(String path, String code) {
        SocketCaller unit = open(path, "authorization", standing());

        assertThat(unit.error()).startsWith(code + " | ");
        assertThat(unit.close()).isEqualTo("4000 invalid_request_error." + code);
    }

    @Test
    void opensAndClosesForAModelWithATranscriptionToken() {
        SocketCaller unit = open("/v1/realtime?model=gpt-realtime", "authorization", "Bearer " + token());

        assertThat(unit.error()).startsWith("invalid_model");
        assertThat(unit.close()).startsWith("4000 ");
    }

    @Test
    void opensAndClosesForTheBeta() {
        SocketCaller unit = open(SOCKET, "authorization", standing(), "openai-beta", "realtime=v1");

        assertThat(unit.error())
                .isEqualTo("beta_api_shape_disabled | null | The Realtime Beta API is no longer supported."
                        + " Please use /v1/realtime for the GA API.");
        assertThat(unit.close()).isEqualTo("4000 invalid_request_error.beta_api_shape_disabled");
    }

    @Test
    void hasNoSocketAtOtherPaths() {
        assertThat(SocketCaller.rejection(sandbox, "/v1/realtime/other", "authorization", standing()))
                .startsWith("404 ");
    }

    private SocketCaller open(String path, String... headers) {
        return SocketCaller.open(sandbox, Document.OPENAI, path, headers);
    }

    private String standing() {
        return "Bearer " + sandbox.key().reveal();
    }

    private String token() {
        String body = "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{\"transcription\":"
                + "{\"model\":\"gpt-4o-transcribe\"}}}}}";
        return SandboxCaller.withBearer(sandbox)
                .post("/v1/realtime/client_secrets", body)
                .token();
    }
}
