package dev.ephemint.server.sandbox;

import static dev.ephemint.server.sandbox.SocketTalkTest.updated;
import static dev.ephemint.server.sandbox.SocketTurnsTest.tone;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.Document;
import dev.ephemint.testing.SettableClock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What models do while audio arrives: four accounts of OpenAI (2026-08-03 to 2026-09-08), one of Azure (2026-10-06). */
class LiveModelsTest {

    private static final String TRANSCRIPT = "conversation.item.input_audio_transcription.";
    private static final int LOUD = 8000;

    private final Sandbox openAi = Sandbox.start("openai", new SettableClock());
    private final Sandbox azure = Sandbox.start(
            SandboxOptions.of("azure", new SettableClock()).withDeployments(Map.of("gpt-live-transcribe", "my-live")));

    @AfterEach
    void close() {
        openAi.close();
        azure.close();
    }

    private SocketCaller openAi() {
        SocketCaller unit = SocketCaller.open(
                openAi,
                Document.OPENAI,
                "/v1/realtime?intent=transcription",
                "authorization",
                "Bearer " + openAi.key().reveal());
        unit.next("session.created");
        return unit;
    }

    private SocketCaller azure() {
        SocketCaller unit = SocketCaller.open(
                azure,
                Document.AZURE,
                "/openai/v1/realtime?intent=transcription",
                "api-key",
                azure.key().reveal());
        unit.next("session.created");
        return unit;
    }

    /** All events before the response to this one. */
    private static List<JsonNode> soFar(SocketCaller unit) {
        List<JsonNode> events = unit.send("{\"type\":\"nope\"}").until("error");
        return events.subList(0, events.size() - 1);
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream()
                .map(event -> event.path("type").asText())
                .distinct()
                .toList();
    }

    private static String text(List<JsonNode> events) {
        return events.stream().map(event -> event.path("delta").asText()).collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-live-transcribe", "gpt-realtime-whisper"})
    void streamsAndCompletesOnlyAfterTheCommit(String model) {
        SocketCaller unit = openAi();
        updated(unit, "{\"transcription\":{\"model\":\"" + model + "\"}}");

        unit.append(tone(1000, LOUD));
        List<JsonNode> first = soFar(unit);
        unit.append(tone(1000, LOUD)).append(tone(2000, 0));
        List<JsonNode> more = soFar(unit);

        assertThat(types(first)).containsExactly(TRANSCRIPT + "delta");
        assertThat(types(more)).containsExactly(TRANSCRIPT + "delta");
        assertThat(first).hasSize(4);
        String item = first.get(0).path("item_id").asText();
        assertThat(more)
                .allSatisfy(delta -> assertThat(delta.path("item_id").asText()).isEqualTo(item));

        unit.append(tone(100, 0)).commit();

        assertThat(unit.next("input_audio_buffer.committed").path("item_id").asText())
                .isEqualTo(item);
        List<JsonNode> rest = unit.until(TRANSCRIPT + "completed");
        JsonNode completed = rest.remove(rest.size() - 1);
        assertThat(completed.path("item_id").asText()).isEqualTo(item);
        assertThat(completed.path("transcript").asText()).isEqualTo(text(first) + text(more) + text(rest));
        assertThat(completed.path("usage").toString()).isEqualTo("{\"type\":\"duration\",\"seconds\":5}");
    }

    @Test
    void sendsNothingForSilence() {
        SocketCaller unit = openAi();
        updated(unit, "{\"transcription\":{\"model\":\"gpt-live-transcribe\"}}");

        unit.append(tone(3000, 0));

        assertThat(soFar(unit)).isEmpty();
    }

    @Test
    void discardsClearedAudio() {
        SocketCaller unit = openAi();
        updated(unit, "{\"transcription\":{\"model\":\"gpt-live-transcribe\"}}");
        unit.append(tone(1000, LOUD)).send("{\"type\":\"input_audio_buffer.clear\"}");
        List<JsonNode> cleared = unit.until("input_audio_buffer.cleared");

        unit.append(tone(600, LOUD)).commit();

        List<JsonNode> events = unit.until(TRANSCRIPT + "completed");
        JsonNode completed = events.remove(events.size() - 1);
        assertThat(completed.path("transcript").asText()).isEqualTo(text(events));
        assertThat(completed.path("item_id")).isNotEqualTo(cleared.get(0).path("item_id"));
    }

    @Test
    void continuesWithTheNextSentenceInALongTurn() {
        SocketCaller unit = openAi();
        updated(unit, "{\"transcription\":{\"model\":\"gpt-live-transcribe\"}}");

        unit.append(tone(4000, LOUD));

        assertThat(text(soFar(unit)))
                .startsWith("This is the script of the sandbox, and not what you said. The sandbox");
    }

    @Test
    void spreadsDeltasOverADetectedTurn() {
        SocketCaller unit = openAi();
        updated(unit, "{\"transcription\":{\"model\":\"gpt-4o-transcribe\"}}");

        unit.append(tone(1000, LOUD));
        List<JsonNode> early = soFar(unit);
        unit.append(tone(500, LOUD)).append(tone(400, 0));
        List<JsonNode> later = unit.until("input_audio_buffer.speech_stopped");

        assertThat(types(early)).containsExactly("input_audio_buffer.speech_started", TRANSCRIPT + "delta");
        assertThat(types(later)).contains(TRANSCRIPT + "delta");
        assertThat(early.get(1).path("item_id")).isEqualTo(early.get(0).path("item_id"));
        unit.until(TRANSCRIPT + "completed");
    }

    @ParameterizedTest
    @CsvSource({"gpt-transcribe, 12", "whisper-1, 0"})
    void sendsDeltasOfOtherModelsAfterTheCommit(String model, int pieces) {
        SocketCaller unit = openAi();
        updated(unit, "{\"transcription\":{\"model\":\"" + model + "\"}}");

        unit.append(tone(1500, LOUD)).append(tone(400, 0));

        unit.next("input_audio_buffer.speech_started");
        unit.next("input_audio_buffer.speech_stopped");
        unit.until("conversation.item.done");
        assertThat(unit.until(TRANSCRIPT + "completed")).hasSize(pieces + 1);
    }

    /** Recorded 2026-07-24: such a session has server VAD, regardless of the transcription model. */
    @Test
    void detectsTurnsInARealtimeSession() {
        SocketCaller unit = SocketCaller.open(
                openAi,
                Document.OPENAI,
                "/v1/realtime?model=gpt-realtime",
                "authorization",
                "Bearer " + openAi.key().reveal());
        unit.next("session.created");
        unit.send("{\"type\":\"session.update\",\"session\":{\"type\":\"realtime\",\"audio\":{\"input\":{"
                + "\"transcription\":{\"model\":\"gpt-realtime-whisper\",\"prompt\":\"x\"}}}}}");
        unit.next("session.updated");

        unit.append(tone(500, LOUD)).append(tone(400, 0));

        unit.next("input_audio_buffer.speech_started");
        unit.until(TRANSCRIPT + "completed");
    }

    @Test
    void detectsTheTurnsOfTheLiveModelAtAzureAndSendsNoLogprobs() {
        SocketCaller unit = azure();
        unit.send("{\"type\":\"session.update\",\"session\":{\"type\":\"transcription\","
                + "\"include\":[\"item.input_audio_transcription.logprobs\"],\"audio\":{\"input\":{"
                + "\"noise_reduction\":{\"type\":\"near_field\"},\"turn_detection\":{\"type\":\"server_vad\"},"
                + "\"transcription\":{\"model\":\"my-live\",\"prompt\":\"x\"}}}}}");
        unit.next("session.updated");

        unit.append(tone(1500, LOUD)).append(tone(400, 0));

        unit.next("input_audio_buffer.speech_started");
        List<JsonNode> spoken = unit.until("input_audio_buffer.speech_stopped");
        assertThat(spoken).hasSizeGreaterThan(5);
        List<JsonNode> rest = unit.until(TRANSCRIPT + "completed");
        assertThat(spoken).noneMatch(event -> event.has("logprobs"));
        assertThat(rest).noneMatch(event -> event.has("logprobs"));
    }

    @Test
    void streamsTheLiveModelAtAzureWithoutTurnDetectionToo() {
        SocketCaller unit = azure();
        updated(unit, "{\"transcription\":{\"model\":\"my-live\"},\"turn_detection\":null}");

        unit.append(tone(1500, LOUD)).append(tone(400, 0));

        assertThat(types(soFar(unit))).containsExactly(TRANSCRIPT + "delta");
        unit.commit().until(TRANSCRIPT + "completed");
    }
}
