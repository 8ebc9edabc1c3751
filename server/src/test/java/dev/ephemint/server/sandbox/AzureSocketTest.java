package dev.ephemint.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.contract.Document;
import dev.ephemint.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureSocketTest {

    private static final String SOCKET = "/openai/v1/realtime?intent=transcription";

    private final SettableClock clock = new SettableClock();
    private final Sandbox sandbox = Sandbox.start("azure", clock);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void startsWithTheMintedSession() {
        assertThat(open("authorization", "Bearer " + token())
                        .next("session.created")
                        .at("/session/audio/input/transcription/model")
                        .asText())
                .isEqualTo("gpt-live-transcribe");
    }

    @Test
    void acceptsStandingCredentials() {
        open("api-key", sandbox.key().reveal()).next("session.created");
        open("authorization", "Bearer " + sandbox.entraToken().reveal()).next("session.created");
    }

    @Test
    void acceptsTheKeyInTheQuery() {
        SocketCaller.open(
                        sandbox,
                        Document.AZURE,
                        SOCKET + "&api-key=" + sandbox.key().reveal())
                .next("session.created");
    }

    @Test
    void rejectsWrongCredentialsInTheHandshake() {
        String expired = token();
        clock.advance(Duration.ofSeconds(7200));

        assertThat(SocketCaller.rejection(sandbox, SOCKET)).startsWith("401 ");
        assertThat(SocketCaller.rejection(sandbox, SOCKET, "api-key", "wrong")).startsWith("401 ");
        assertThat(SocketCaller.rejection(sandbox, SOCKET, "authorization", "Bearer " + expired))
                .startsWith("401 ");
        assertThat(SocketCaller.rejection(
                        sandbox,
                        SOCKET,
                        "subprotocol",
                        "openai-insecure-api-key." + sandbox.key().reveal()))
                .startsWith("401 ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /openai/v1/realtime | 400 | "OperationNotSupported"
                    /openai/v1/realtime?model=gpt-realtime-whisper | 400 | "OpperationNotSupported"
                    /openai/v1/realtime?intent=transcription&model=gpt-transcribe | 400 | "OperationNotSupported"
                    /openai/v1/realtime?model=gpt-live-transcribe | 401 | requires ephemeral  authentication
                    /openai/v1/realtime?model=nothing | 404 | "DeploymentNotFound"
                    /openai/v1/realtime?intent=transcription&api-version=2025-04-01-preview | 401 | Unauthorized
                    """)
    void rejectsAWrongQueryInTheHandshake(String path, String status, String words) {
        assertThat(SocketCaller.rejection(
                        sandbox, path, "api-key", sandbox.key().reveal()))
                .startsWith(status + " ")
                .contains(words);
    }

    @Test
    void rejectsTheUpdateOfTheOtherSessionType() {
        SocketCaller unit = SocketCaller.open(
                sandbox,
                Document.AZURE,
                "/openai/v1/realtime?model=gpt-realtime",
                "api-key",
                sandbox.key().reveal());
        unit.next("session.created");

        unit.send("{\"type\":\"session.update\",\"session\":{\"type\":\"transcription\"}}");

        assertThat(unit.error())
                .isEqualTo("invalid_parameter | null | Passing a transcription session update event"
                        + " to a realtime session is not allowed.");
    }

    @Test
    void rejectsPlainGet() {
        assertThat(SandboxCaller.withApiKey(sandbox).send("GET", SOCKET, "").body())
                .contains("Invalid websocket upgrade request");
    }

    private SocketCaller open(String... headers) {
        return SocketCaller.open(sandbox, Document.AZURE, SOCKET, headers);
    }

    private String token() {
        String body = "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{\"transcription\":"
                + "{\"model\":\"gpt-live-transcribe\"}}}}}";
        return SandboxCaller.withApiKey(sandbox)
                .post("/openai/v1/realtime/client_secrets", body)
                .token();
    }
}
