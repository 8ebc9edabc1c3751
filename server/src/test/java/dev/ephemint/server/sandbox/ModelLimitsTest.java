package dev.ephemint.server.sandbox;

import static dev.ephemint.server.sandbox.SocketTalkTest.updated;
import static dev.ephemint.server.sandbox.SocketTurnsTest.tone;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.Document;
import dev.ephemint.testing.SettableClock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each vendor rejects of a model, at the mint and in an update. */
class ModelLimitsTest {

    private static final Sandbox OPENAI = Sandbox.start("openai", new SettableClock());
    private static final Sandbox AZURE = Sandbox.start("azure", new SettableClock());
    private static final String PATH = "session.audio.input.transcription.";

    @AfterAll
    static void close() {
        OPENAI.close();
        AZURE.close();
    }

    private static SocketCaller openAi() {
        SocketCaller unit = SocketCaller.open(
                OPENAI,
                Document.OPENAI,
                "/v1/realtime?intent=transcription",
                "authorization",
                "Bearer " + OPENAI.key().reveal());
        unit.next("session.created");
        return unit;
    }

    private static SocketCaller azure() {
        SocketCaller unit = SocketCaller.open(
                AZURE,
                Document.AZURE,
                "/openai/v1/realtime?intent=transcription",
                "api-key",
                AZURE.key().reveal());
        unit.next("session.created");
        return unit;
    }

    private static String update(String type, String input) {
        return "{\"type\":\"session.update\",\"session\":{\"type\":\"" + type + "\",\"audio\":{\"input\":" + input
                + "}}}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'language':'en'} | missing_required_parameter | model | Missing required parameter: 'session.audio.input.transcription.model'.",
                "{'model':'whisper-1','language':'en-US'} | invalid_value | language | Invalid value: 'en-US'. Supported values are: 'af', 'ar',",
                "{'model':'gpt-4o-transcribe','languages':['en']} | invalid_value | languages | The 'languages' parameter is not supported for this model.",
                "{'model':'gpt-realtime-whisper','keywords':['x']} | invalid_value | keywords | The 'keywords' parameter is not supported for this model.",
                "{'model':'gpt-realtime-whisper','prompt':'x'} | invalid_value | prompt | The 'prompt' parameter is not supported for this model.",
                "{'model':'gpt-4o-mini-transcribe','delay':'low'} | invalid_value | delay | The 'delay' parameter is not supported for this model.",
                "{'model':'gpt-transcribe','delay':'low'} | invalid_value | delay | The 'delay' parameter is not supported for this model.",
                "{'model':'gpt-live-transcribe','keywords':['<x>']} | invalid_value | keywords | The 'keywords' parameter contains unsupported characters.",
            })
    void openAiRejectsAtTheMintAndInAnUpdate(String transcription, String code, String member, String message) {
        String input = "{\"transcription\":" + transcription.replace('\'', '"') + "}";
        JsonNode minted = SandboxCaller.withBearer(OPENAI)
                .post(
                        "/v1/realtime/client_secrets",
                        "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":" + input + "}}}")
                .json()
                .path("error");

        assertThat(minted.path("code").asText()).isEqualTo(code);
        assertThat(minted.path("param").asText()).isEqualTo(PATH + member);
        assertThat(minted.path("message").asText()).startsWith(message);
        assertThat(openAi().send(update("transcription", input)).error())
                .startsWith(code + " | " + PATH + member + " | " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'model':'gpt-live-transcribe','languages':['en'],'keywords':['x'],'delay':'low','prompt':'x'}",
                "{'model':'gpt-transcribe','languages':['en'],'keywords':['x'],'prompt':'x'}",
                "{'model':'whisper-1','language':'en','prompt':'x'}",
                "{'model':'gpt-live-transcribe','language':'en-US'}",
            })
    void openAiAcceptsTheRest(String transcription) {
        assertThat(updated(openAi(), "{\"transcription\":" + transcription.replace('\'', '"') + "}")
                        .at("/audio/input/transcription/model")
                        .asText())
                .isNotEmpty();
    }

    /** Reported of updates; of the mint nothing is known, so it is accepted there. */
    @Test
    void openAiListsKnownModelsIfAnUpdateNamesAnother() {
        SocketCaller unit = openAi();
        updated(unit, "{\"transcription\":{\"model\":\"gpt-4o-transcribe\"},\"turn_detection\":null}");

        String error = unit.send(update("transcription", "{\"transcription\":{\"model\":\"gpt-nope\"}}"))
                .error();

        assertThat(error)
                .startsWith("invalid_value | " + PATH
                        + "model | Invalid value: 'gpt-nope'. Supported values are: 'whisper-1',");
        List<JsonNode> events =
                unit.append(tone(200, 0)).commit().until("conversation.item.input_audio_transcription.completed");
        assertThat(events.get(events.size() - 1).at("/usage/type").asText()).isEqualTo("tokens");
        assertThat(SandboxCaller.withBearer(OPENAI)
                        .post(
                                "/v1/realtime/client_secrets",
                                "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{\"transcription\":{"
                                        + "\"model\":\"gpt-nope\",\"languages\":[\"x\"]}}}}}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void openAiRejectsTurnDetectionForTheCurrentModel() {
        SocketCaller unit = openAi();
        updated(unit, "{\"transcription\":{\"model\":\"gpt-live-transcribe\"}}");

        assertThat(unit.send(update("transcription", "{\"turn_detection\":{\"type\":\"server_vad\"}}"))
                        .error())
                .isEqualTo(
                        "invalid_value | session.audio.input.turn_detection | Turn detection is not supported for this"
                                + " transcription model.");
    }

    @Test
    void azureRejectsDelay() {
        String input = "{\"transcription\":{\"model\":\"gpt-live-transcribe\",\"delay\":\"low\"}}";

        assertThat(azure().send(update("transcription", input)).error())
                .isEqualTo("unknown_parameter | " + PATH + "delay | Unknown parameter: '" + PATH + "delay'.");
        assertThat(SandboxCaller.withApiKey(AZURE)
                        .post(
                                "/openai/v1/realtime/client_secrets",
                                "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":" + input + "}}}")
                        .status())
                .isEqualTo(500);
    }

    @Test
    void azureRejectsThePromptOfOneModelOnly() {
        assertThat(azure().send(update(
                                "transcription",
                                "{\"transcription\":{\"model\":\"gpt-realtime-whisper\",\"prompt\":\"x\"}}"))
                        .error())
                .startsWith("invalid_value | " + PATH + "prompt");
        assertThat(updated(azure(), "{\"transcription\":{\"model\":\"gpt-4o-transcribe\",\"language\":\"en-US\"}}")
                        .has("audio"))
                .isTrue();
    }
}
