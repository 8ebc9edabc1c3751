package dev.ephemint.client.socket;

import dev.ephemint.client.internal.ErrorDetails;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts untranscribed audio and rejected events until they are thrown. */
final class Shortfall {

    private int failedTurns;
    private int rejectedEvents;
    private LostAudio lost = LostAudio.NOTHING;
    private ErrorDetails turnError = ErrorDetails.NONE;
    private ErrorDetails eventError = ErrorDetails.NONE;

    synchronized void failed(ErrorDetails error) {
        turnError = failedTurns++ == 0 ? error : turnError;
    }

    /** An empty commit counts only if audio is missing in the end, and explains it. */
    synchronized void rejected(ErrorDetails error) {
        eventError = rejectedEvents == 0 ? error : eventError;
        rejectedEvents += Turns.isEmptyCommit(error.code()) ? 0 : 1;
    }

    synchronized void lost(LostAudio audio) {
        lost = lost.and(audio);
    }

    /** Everything since the last call as one exception; null if nothing. */
    synchronized @Nullable TranscriptionFailedException take() {
        if (failedTurns == 0 && rejectedEvents == 0 && lost.isNothing()) {
            return null;
        }
        ErrorDetails first = failedTurns > 0 ? turnError : eventError;
        TranscriptionFailedException all =
                new TranscriptionFailedException(String.join("; ", sentences()), first, failedTurns, lost);
        failedTurns = 0;
        rejectedEvents = 0;
        lost = LostAudio.NOTHING;
        eventError = ErrorDetails.NONE;
        return all;
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (failedTurns > 0) {
            sentences.add(turns(failedTurns) + " not transcribed: " + turnError.describe());
        }
        if (!eventError.equals(ErrorDetails.NONE)) {
            sentences.add("the vendor rejected an event: " + eventError.describe());
        }
        if (!lost.audio().equals(Duration.ZERO)) {
            sentences.add(lost.audio().toMillis() + " ms of audio not transcribed, in no turn yet");
        }
        if (!lost.itemIds().isEmpty()) {
            sentences.add(turns(lost.itemIds().size()) + " without a text when the connection ended");
        }
        return sentences;
    }

    private static String turns(int count) {
        return count == 1 ? "1 turn" : count + " turns";
    }
}
