package dev.ephemint.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.contract.ContractJson;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TurnsTest {

    private final Turns unit = new Turns();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"session.created\",\"session\":{\"audio\":{\"input\":{\"turn_detection\":null}}}}",
                "{\"type\":\"session.updated\",\"session\":{\"audio\":{\"input\":{\"turn_detection\":null}}}}",
                "{\"type\":\"transcription_session.created\",\"session\":{\"turn_detection\":null}}",
                "{\"type\":\"transcription_session.updated\",\"session\":{\"turn_detection\":null}}"
            })
    void withoutTurnDetectionSilenceIsCommittedToo(String session) throws Exception {
        unit.heard(ContractJson.mapper().readTree(session));
        unit.appended(4800, 0);

        assertThat(unit.wantsCommit()).isTrue();
        assertThat(unit.lost().audio()).isEqualTo(Duration.ofMillis(100));
    }

    @ParameterizedTest
    @CsvSource({"4800, 0, false", "4800, 2, true", "4798, 4798, false"})
    void whereTheVendorDetectsTurnsSoundIsCommittedAndFromAHundredMillisecondsOn(int bytes, int sound, boolean wants) {
        unit.appended(bytes, sound);

        assertThat(unit.wantsCommit()).isEqualTo(wants);
    }

    @Test
    void soundCountsUpToItsLastSample() {
        byte[] samples = new byte[1000];
        samples[99] = 1;

        assertThat(Audio.sound(samples)).isEqualTo(100);
        assertThat(Audio.sound(new byte[1000])).isZero();
        assertThat(Audio.sound(new byte[] {-50, -1})).isZero();
        assertThat(Audio.sound(new byte[] {0, -1})).isEqualTo(2);
    }

    @Test
    void twoCommitsAreTwoTurns() {
        unit.appended(4800, 4800);
        unit.commitAsked();
        unit.appended(9600, 9600);
        unit.commitAsked();
        unit.heard(event("input_audio_buffer.committed", "i"));

        assertThat(unit.lost().audio()).isEqualTo(Duration.ofMillis(200));
        assertThat(unit.lost().itemIds()).containsExactly("i");
        assertThat(unit.hasUncommitted()).isFalse();
        assertThat(unit.settled()).isNotDone();
    }

    @Test
    void ofAVendorThatAnswersNoTurnOnlySoManyAreKeptInMind() {
        for (int turn = 0; turn < 10_000; turn++) {
            unit.appended(4800, 4800);
            unit.commitAsked();
        }
        assertThat(unit.size()).isLessThan(5000);

        for (int turn = 0; turn < 10_000; turn++) {
            unit.heard(event("input_audio_buffer.committed", "item_" + turn));
        }
        assertThat(unit.size()).isLessThan(5000);
    }

    private static JsonNode event(String type, String item) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("item_id", item);
    }
}
