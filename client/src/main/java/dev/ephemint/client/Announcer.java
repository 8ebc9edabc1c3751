package dev.ephemint.client;

import dev.ephemint.contract.FailureKind;
import dev.ephemint.contract.model.ErrorEvent;
import dev.ephemint.contract.model.InputAudioTranscriptionCompletedEvent;
import dev.ephemint.contract.model.InputAudioTranscriptionDeltaEvent;
import dev.ephemint.contract.model.InputAudioTranscriptionFailedEvent;
import dev.ephemint.contract.model.ServerEvent;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Tells a listener, one thing at a time. What it throws is its thread's to report, and ends no connection. */
final class Announcer {

    /** What is thrown at the end, for listeners that pass over it. */
    final Shortfall shortfall = new Shortfall();

    private final TranscriptionListener listener;
    private final ReentrantLock turn = new ReentrantLock(true);

    Announcer(TranscriptionListener listener) {
        this.listener = listener;
    }

    /** Whether the caller is the listener. */
    boolean isTelling() {
        return turn.isHeldByCurrentThread();
    }

    /** An event, with the error in it that is to be thrown at the end, or none. */
    void event(ServerEvent event, ErrorEnvelope error) {
        count(event, error);
        tell(() -> listener.event(event));
        if (event instanceof InputAudioTranscriptionDeltaEvent delta) {
            tell(() -> listener.delta(text(delta.getItemId()), text(delta.getDelta())));
        } else if (event instanceof InputAudioTranscriptionCompletedEvent completed) {
            tell(() -> listener.completed(text(completed.getItemId()), text(completed.getTranscript())));
        } else if (event instanceof InputAudioTranscriptionFailedEvent failed) {
            tell(() -> listener.failed(failed));
        } else if (event instanceof ErrorEvent rejection) {
            tell(() -> listener.error(rejection));
        }
    }

    private void count(ServerEvent event, ErrorEnvelope error) {
        if (event instanceof InputAudioTranscriptionFailedEvent) {
            shortfall.failed(error);
        } else if (!error.equals(ErrorEnvelope.NONE)
                && !error.kind().equals(Optional.of(FailureKind.SESSION_EXPIRED))) {
            shortfall.rejected(error);
        }
    }

    void lost(LostAudio lost) {
        if (!lost.isNothing()) {
            shortfall.lost(lost);
            tell(() -> listener.lost(lost));
        }
    }

    void reconnecting(EphemintException why) {
        tell(() -> listener.reconnecting(why));
    }

    void closed(@Nullable EphemintException why) {
        tell(() -> listener.closed(why));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void tell(Runnable news) {
        turn.lock();
        try {
            news.run();
        } catch (RuntimeException thrown) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        } finally {
            turn.unlock();
        }
    }
}
