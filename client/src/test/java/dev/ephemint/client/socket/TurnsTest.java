package dev.ephemint.client.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.client.internal.audio.AudioSamples;
import dev.ephemint.contract.ContractJson;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TurnsTest {

    private static final String MANUAL =
            "{\"type\":\"session.created\",\"session\":{\"audio\":{\"input\":{\"turn_detection\":null}}}}";

    private final Turns unit = new Turns();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"session.created\",\"session\":{\"audio\":{\"input\":{\"turn_detection\":null}}}}",
                "{\"type\":\"session.updated\",\"session\":{\"audio\":{\"input\":{\"turn_detection\":null}}}}",
                "{\"type\":\"transcription_session.created\",\"session\":{\"turn_detection\":null}}",
                "{\"type\":\"transcription_session.updated\",\"session\":{\"turn_detection\":null}}"
            })
    void commitsSilenceWithoutTurnDetection(String session) throws Exception {
        unit.received(ContractJson.mapper().readTree(session));
        unit.appended(4800, 0);

        assertThat(unit.missingAtEnd()).isZero();
        assertThat(unit.lost().audio()).isEqualTo(Duration.ofMillis(100));
    }

    @ParameterizedTest
    @CsvSource({"4800, 0, -1", "4800, 2, 0", "4798, 4798, 2", "100, 0, -1", "100, 2, 4700"})
    void commitsOnlySoundWithTurnDetectionPaddedTo100Milliseconds(int bytes, int sound, int missing) {
        unit.appended(bytes, sound);

        assertThat(unit.missingAtEnd()).isEqualTo(missing);
    }

    @Test
    void shortSilenceIsNotLost() throws Exception {
        unit.received(ContractJson.mapper().readTree(MANUAL));
        unit.appended(4798, 0);

        assertThat(unit.missing()).isEqualTo(Turns.NOTHING);
        assertThat(unit.missingAtEnd()).isEqualTo(Turns.NOTHING);
        assertThat(unit.lost()).isEqualTo(LostAudio.NOTHING);
    }

    /** Per row: whether the session states no turn detection, then the events received. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | | true",
                "false | | false",
                "false | conversation.item.input_audio_transcription.delta | true",
                "false | input_audio_buffer.speech_started conversation.item.input_audio_transcription.delta | false",
                "false | input_audio_buffer.committed conversation.item.input_audio_transcription.delta | false",
            })
    void endsLongTurnsIfTheVendorEndsNone(boolean isManual, String events, boolean isLong) throws Exception {
        if (isManual) {
            unit.received(ContractJson.mapper().readTree(MANUAL));
        }
        for (String type : events == null ? new String[0] : events.split(" ")) {
            unit.received(event(type, "i"));
        }
        unit.appended(48_000, 48_000);

        assertThat(unit.isLong(Duration.ofMillis(1001))).isFalse();
        assertThat(unit.isLong(Duration.ofMillis(1000))).isEqualTo(isLong);
    }

    @Test
    void requiredCommitOverridesTurnDetection() throws Exception {
        unit.requireCommit();
        unit.received(ContractJson.mapper().readTree(MANUAL.replace("null", "{\"type\":\"server_vad\"}")));
        unit.appended(48_000, 48_000);

        assertThat(unit.isLong(Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void endsATurnAtAPauseAfterHalfTheMaximum() throws Exception {
        unit.received(ContractJson.mapper().readTree(MANUAL));
        unit.appended(24_000, 24_000);
        unit.appended(14_000, 0);
        assertThat(unit.isLong(Duration.ofSeconds(1))).isFalse();

        unit.appended(400, 0);
        assertThat(unit.isLong(Duration.ofSeconds(1))).isTrue();
        unit.commitSent();
        assertThat(unit.isLong(Duration.ofSeconds(1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"true, 0", "false, 100"})
    void emptyCommitLosesNothingIfTheVendorEndsTurns(boolean hasDetected, long lost) throws Exception {
        if (hasDetected) {
            unit.received(event("input_audio_buffer.speech_started", "i"));
        }
        unit.appended(4800, 4800);
        unit.commitSent();
        unit.received(ContractJson.mapper()
                .readTree("{\"type\":\"error\",\"error\":{\"code\":\"input_audio_buffer_commit_empty\"}}"));

        assertThat(unit.lost().audio()).isEqualTo(Duration.ofMillis(lost));
        assertThat(unit.settled()).isDone();
    }

    @Test
    void audibleLengthEndsAtTheLastAudibleSample() {
        byte[] samples = new byte[1000];
        samples[99] = 1;

        assertThat(AudioSamples.audibleLength(samples)).isEqualTo(100);
        assertThat(AudioSamples.audibleLength(new byte[1000])).isZero();
        assertThat(AudioSamples.audibleLength(new byte[] {-50, -1})).isZero();
        assertThat(AudioSamples.audibleLength(new byte[] {0, -1})).isEqualTo(2);
    }

    @Test
    void twoCommitsAreTwoTurns() {
        unit.appended(4800, 4800);
        unit.commitSent();
        unit.appended(9600, 9600);
        unit.commitSent();
        unit.received(event("input_audio_buffer.committed", "i"));

        assertThat(unit.lost().audio()).isEqualTo(Duration.ofMillis(200));
        assertThat(unit.lost().itemIds()).containsExactly("i");
        assertThat(unit.missing()).isEqualTo(Turns.NOTHING);
        assertThat(unit.settled()).isNotDone();
    }

    @Test
    void limitsTheNumberOfOpenTurns() {
        for (int turn = 0; turn < 10_000; turn++) {
            unit.appended(4800, 4800);
            unit.commitSent();
        }
        assertThat(unit.size()).isLessThan(5000);

        for (int turn = 0; turn < 10_000; turn++) {
            unit.received(event("input_audio_buffer.committed", "item_" + turn));
        }
        assertThat(unit.size()).isLessThan(5000);
    }

    private static JsonNode event(String type, String item) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("item_id", item);
    }
}
