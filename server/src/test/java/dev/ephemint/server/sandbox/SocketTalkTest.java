package dev.ephemint.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.Document;
import dev.ephemint.testing.SettableClock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said on an open socket. */
class SocketTalkTest {

    private static final String TRANSCRIPT = "conversation.item.input_audio_transcription.";

    private static final Map<String, Sandbox> SANDBOXES =
            List.of("openai", "openai-beta", "azure", "azure-preview").stream()
                    .collect(Collectors.toMap(name -> name, name -> Sandbox.start(name, new SettableClock())));

    @AfterAll
    static void close() {
        SANDBOXES.values().forEach(Sandbox::close);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"type":"transcription_session.update","session":{}} | invalid_value | type
                    {"type":"nope"} | invalid_value | type
                    {"session":{}} | missing_required_parameter | type
                    {"type":"session.update"} | missing_required_parameter | session
                    {"type":"session.update","session":{}} | missing_required_parameter | session.type
                    {"type":"session.update","session":{"type":"transcription","bogus_field":1}} | unknown_parameter | session.bogus_field
                    {"type":"session.update","session":{"type":"transcription","include":1}} | invalid_type | session.include
                    {"type":"session.update","session":{"type":"transcription","audio":{"input":{"format":{"type":"audio/pcm","rate":16000}}}}} | integer_below_min_value | session.audio.input.format.rate
                    {"type":"session.update","session":{"type":"transcription","audio":{"input":{"transcription":{"model":"gpt-live-transcribe","keywords":["<a>"]}}}}} | invalid_value | session.audio.input.transcription.keywords
                    {"type":"session.update","session":{"type":"transcription","audio":{"input":{"transcription":{"model":"gpt-live-transcribe"},"turn_detection":{"type":"server_vad"}}}}} | invalid_value | session.audio.input.turn_detection
                    {"type":"input_audio_buffer.append"} | missing_required_parameter | audio
                    {"type":"input_audio_buffer.append","audio":"?"} | invalid_value | audio
                    {"type":"input_audio_buffer.commit"} | input_audio_buffer_commit_empty | null
                    {"type":"response.create"} | sandbox_does_not_converse | type
                    {"type":" | invalid_json | null
                    [] | invalid_type | null
                    """)
    void rejectsAndContinues(String event, String code, String param) {
        SocketCaller unit = open("openai");

        unit.send(event);

        assertThat(unit.error()).startsWith(code + " | " + param + " | ");
        unit.send("{\"type\":\"input_audio_buffer.clear\"}").next("input_audio_buffer.cleared");
    }

    @Test
    void listsAcceptedEvents() {
        assertThat(open("openai").send("{\"type\":\"nope\"}").error())
                .contains("Invalid value: 'nope'. Supported values are: 'session.update', 'session.close',")
                .endsWith("'response.create', and 'response.cancel'.");
    }

    @Test
    void rejectsBinaryFrames() {
        assertThat(open("openai").sendBinary().error())
                .isEqualTo("invalid_event | null"
                        + " | Expected a text WebSocket message; binary frames are not supported.");
    }

    @Test
    void echoesTheClientsEventId() {
        JsonNode error =
                open("azure").send("{\"type\":\"nope\",\"event_id\":\"mine\"}").next("error");

        assertThat(error.at("/error/event_id").asText()).isEqualTo("mine");
    }

    @Test
    void rejectsTheWholeUpdate() {
        SocketCaller unit = open("openai");
        unit.send("{\"type\":\"session.update\",\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":"
                + "{\"turn_detection\":null}},\"bogus\":1}}");
        unit.next("error");

        JsonNode session = updated(unit, "{\"noise_reduction\":{\"type\":\"near_field\"}}");

        assertThat(session.at("/audio/input/turn_detection/type").asText()).isEqualTo("server_vad");
        assertThat(session.at("/audio/input/noise_reduction/type").asText()).isEqualTo("near_field");
    }

    @Test
    void echoesNeitherKeywordsNorDelay() {
        JsonNode session = updated(
                open("openai"),
                "{\"transcription\":{\"model\":\"gpt-live-transcribe\",\"languages\":[\"en\"],\"delay\":\"low\","
                        + "\"keywords\":[\"Klarvex\"]},\"turn_detection\":null}");

        assertThat(session.at("/audio/input/transcription").toString())
                .isEqualTo("{\"model\":\"gpt-live-transcribe\",\"languages\":[\"en\"],\"language\":null,"
                        + "\"prompt\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "azure"})
    void transcribesCommittedAudio(String dialect) {
        SocketCaller unit = open(dialect);
        updated(unit, "{\"transcription\":{\"model\":\"gpt-4o-transcribe\"},\"turn_detection\":null}");

        unit.append(new byte[48_000]).commit();

        String item = unit.next("input_audio_buffer.committed").path("item_id").asText();
        assertThat(unit.next("conversation.item.added").at("/item/id").asText()).isEqualTo(item);
        assertThat(unit.next("conversation.item.done")
                        .at("/item/content/0/type")
                        .asText())
                .isEqualTo("input_audio");
        List<JsonNode> words = unit.until(TRANSCRIPT + "completed");
        JsonNode completed = words.remove(words.size() - 1);
        assertThat(words).allSatisfy(word -> assertThat(word.path("obfuscation").asText())
                .isNotEmpty());
        assertThat(completed.path("transcript").asText())
                .contains("sandbox")
                .isEqualTo(
                        words.stream().map(word -> word.path("delta").asText()).collect(Collectors.joining()));
        assertThat(completed.at("/usage/type").asText()).isEqualTo("tokens");
        assertThat(completed.at("/usage/input_tokens").asInt()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai-beta", "azure-preview"})
    void transcribesInTheFlatShape(String dialect) {
        SocketCaller unit = open(dialect);
        unit.send("{\"type\":\"transcription_session.update\",\"session\":{\"turn_detection\":null,"
                + "\"input_audio_transcription\":{\"model\":\"gpt-realtime-whisper\"}}}");
        unit.next("transcription_session.updated");

        unit.append(new byte[24_000]).commit();

        unit.next("input_audio_buffer.committed");
        assertThat(unit.next("conversation.item.created").at("/item/object").asText())
                .isEqualTo("realtime.item");
        List<JsonNode> events = unit.until(TRANSCRIPT + "completed");
        JsonNode usage = events.get(events.size() - 1).path("usage");
        assertThat(usage.toString()).isEqualTo("{\"type\":\"duration\",\"seconds\":0.5}");
    }

    @Test
    void namesThePreviousItem() {
        SocketCaller unit = open("openai");
        updated(unit, "{\"turn_detection\":null}");
        unit.append(new byte[4800]).commit();
        JsonNode first = unit.until("conversation.item.done").get(0);

        unit.append(new byte[4800]).commit();

        assertThat(first.path("previous_item_id").isNull()).isTrue();
        assertThat(unit.next("input_audio_buffer.committed").path("previous_item_id"))
                .isEqualTo(first.path("item_id"));
    }

    @Test
    void discardsClearedAudio() {
        SocketCaller unit = open("openai");
        updated(unit, "{\"turn_detection\":null}");

        unit.append(new byte[48_000]).send("{\"type\":\"input_audio_buffer.clear\"}");
        unit.next("input_audio_buffer.cleared");

        assertThat(unit.append(new byte[4752]).commit().error()).contains("buffer only has 99.00ms of audio.");
    }

    /** Recorded on 2026-07-22: the update is taken, and the first utterance fails. */
    @Test
    void failsWithoutADeployment() {
        SocketCaller unit = open("azure");
        updated(unit, "{\"transcription\":{\"model\":\"nothing\"},\"turn_detection\":null}");

        unit.append(new byte[4800]).commit();

        List<JsonNode> events = unit.until(TRANSCRIPT + "failed");
        assertThat(events.get(events.size() - 1).at("/error/code").asText()).isEqualTo("DeploymentNotFound");
    }

    @Test
    void closesOnRequest() {
        assertThat(open("openai").send("{\"type\":\"session.close\"}").close()).isEqualTo("1000 ");
    }

    static JsonNode updated(SocketCaller unit, String input) {
        unit.send("{\"type\":\"session.update\",\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":" + input
                + "}}}");
        return unit.next("session.updated").path("session");
    }

    private static SocketCaller open(String dialect) {
        Sandbox sandbox = Objects.requireNonNull(SANDBOXES.get(dialect));
        String key = sandbox.key().reveal();
        SocketCaller caller =
                switch (dialect) {
                    case "azure" ->
                        SocketCaller.open(
                                sandbox, Document.AZURE, "/openai/v1/realtime?intent=transcription", "api-key", key);
                    case "azure-preview" ->
                        SocketCaller.open(
                                sandbox,
                                Document.AZURE_PREVIEW,
                                "/openai/realtime?api-version=2025-04-01-preview&intent=transcription",
                                "api-key",
                                key);
                    default ->
                        SocketCaller.open(
                                sandbox,
                                dialect.equals("openai") ? Document.OPENAI : Document.OPENAI_BETA,
                                "/v1/realtime?intent=transcription",
                                "authorization",
                                "Bearer " + key);
                };
        boolean flat = dialect.equals("openai-beta") || dialect.equals("azure-preview");
        caller.next(flat ? "transcription_session.created" : "session.created");
        return caller;
    }
}
