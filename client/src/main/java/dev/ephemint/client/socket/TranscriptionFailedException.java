package dev.ephemint.client.socket;

import dev.ephemint.client.EphemintException;
import dev.ephemint.client.internal.ErrorDetails;
import java.util.Optional;

/**
 * Audio was sent but not transcribed: the vendor failed on a turn, rejected an event, or a connection ended too early. An
 * empty transcript is not a failure.
 */
public final class TranscriptionFailedException extends EphemintException {

    private static final long serialVersionUID = 1L;

    private final ErrorDetails error;
    private final int failedTurns;
    private final LostAudio lost;

    TranscriptionFailedException(String message, ErrorDetails error, int failedTurns, LostAudio lost) {
        super(message, null);
        this.error = error;
        this.failedTurns = failedTurns;
        this.lost = lost;
    }

    /** The code of the first failure, as in {@code DeploymentNotFound}. Azure's preview names none. */
    public Optional<String> code() {
        return Optional.ofNullable(error.code());
    }

    /** The type of the first failure, as in {@code server_error}. */
    public Optional<String> type() {
        return Optional.ofNullable(error.type());
    }

    /** The parameter at fault. */
    public Optional<String> param() {
        return Optional.ofNullable(error.param());
    }

    /** How many turns the vendor failed to transcribe. */
    public int failedTurns() {
        return failedTurns;
    }

    /** Audio that was not transcribed when connections ended. */
    public LostAudio lost() {
        return lost;
    }
}
