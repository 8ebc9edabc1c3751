package dev.ephemint.server.doctor.probe;

import static dev.ephemint.server.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.doctor.diagnosis.DoctorFinding;
import org.junit.jupiter.api.Test;

class TurnTrackerTest {

    private final TurnTracker unit = new TurnTracker();

    @Test
    void emptyCommitMeansNoAudioArrived() {
        assertThat(ends("{'type':'error','error':{'code':'input_audio_buffer_commit_empty'}}"))
                .isFalse();

        assertThat(unit.withoutTranscript()).isEqualTo(DoctorFinding.AUDIO_NOT_TAKEN);
    }

    @Test
    void emptyCommitAfterADetectedTurnIsNotAFailure() {
        ends("{'type':'input_audio_buffer.speech_started'}");
        ends("{'type':'error','error':{'code':'input_audio_buffer_commit_empty'}}");

        assertThat(unit.withoutTranscript()).isEqualTo(DoctorFinding.NO_TRANSCRIPT);
    }

    @Test
    void endsWithATranscriptOrAnyOtherError() {
        assertThat(ends("{'type':'conversation.item.input_audio_transcription.completed'}"))
                .isTrue();
        assertThat(ends("{'type':'conversation.item.input_audio_transcription.failed'}"))
                .isTrue();
        assertThat(ends("{'type':'conversation.item.input_audio_transcription.delta'}"))
                .isFalse();
        assertThat(ends("{'type':'error','error':{'code':'another'}}")).isTrue();
        assertThat(unit.withoutTranscript()).isEqualTo(DoctorFinding.NO_TRANSCRIPT);
    }

    private boolean ends(String event) {
        return unit.endsWith(json(event));
    }
}
