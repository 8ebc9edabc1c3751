package dev.ephemint.server.doctor.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.doctor.diagnosis.DoctorFinding;
import java.util.Set;

/** Tracks the vendor's events for the audio that was sent and committed. */
final class TurnTracker {

    private static final String TRANSCRIPTION = "conversation.item.input_audio_transcription.";
    private static final Set<String> TAKEN =
            Set.of("input_audio_buffer.speech_started", "input_audio_buffer.committed");

    private boolean taken;
    private boolean empty;

    /** If the vendor ended the turn, nothing is left to commit, which is not a failure. */
    boolean endsWith(JsonNode event) {
        taken |= TAKEN.contains(type(event));
        if (isError(event) && event.at("/error/code").asText("").equals("input_audio_buffer_commit_empty")) {
            empty = true;
            return false;
        }
        return isTranscript(event) || isError(event) || type(event).equals(TRANSCRIPTION + "failed");
    }

    /** Why no transcript was received. */
    DoctorFinding withoutTranscript() {
        return empty && !taken ? DoctorFinding.AUDIO_NOT_TAKEN : DoctorFinding.NO_TRANSCRIPT;
    }

    static boolean isTranscript(JsonNode event) {
        return type(event).equals(TRANSCRIPTION + "completed");
    }

    static boolean isError(JsonNode event) {
        return type(event).equals("error");
    }

    static String type(JsonNode event) {
        return event.path("type").asText("");
    }
}
