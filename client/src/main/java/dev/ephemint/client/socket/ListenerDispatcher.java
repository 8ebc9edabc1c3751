package dev.ephemint.client.socket;

import dev.ephemint.client.EphemintException;
import dev.ephemint.client.internal.ErrorDetails;
import dev.ephemint.contract.FailureKind;
import dev.ephemint.contract.model.ErrorEvent;
import dev.ephemint.contract.model.InputAudioTranscriptionCompletedEvent;
import dev.ephemint.contract.model.InputAudioTranscriptionDeltaEvent;
import dev.ephemint.contract.model.InputAudioTranscriptionFailedEvent;
import dev.ephemint.contract.model.ServerEvent;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Calls a listener, one call at a time. Its exceptions go to the thread's handler and end no connection. */
final class ListenerDispatcher {

    /** Collects what {@code close} throws, for listeners that ignore failures. */
    final Shortfall shortfall = new Shortfall();

    private final TranscriptionListener listener;
    private final ReentrantLock turn = new ReentrantLock(true);

    ListenerDispatcher(TranscriptionListener listener) {
        this.listener = listener;
    }

    /** Whether the current thread is inside a call of the listener. */
    boolean isDispatching() {
        return turn.isHeldByCurrentThread();
    }

    /** Dispatches an event, with its error to throw at the end, or none. */
    void event(ServerEvent event, ErrorDetails error) {
        count(event, error);
        dispatch(() -> listener.event(event));
        if (event instanceof InputAudioTranscriptionDeltaEvent delta) {
            dispatch(() -> listener.delta(text(delta.getItemId()), text(delta.getDelta())));
        } else if (event instanceof InputAudioTranscriptionCompletedEvent completed) {
            dispatch(() -> listener.completed(text(completed.getItemId()), text(completed.getTranscript())));
        } else if (event instanceof InputAudioTranscriptionFailedEvent failed) {
            dispatch(() -> listener.failed(failed));
        } else if (event instanceof ErrorEvent rejection) {
            dispatch(() -> listener.error(rejection));
        }
    }

    private void count(ServerEvent event, ErrorDetails error) {
        if (event instanceof InputAudioTranscriptionFailedEvent) {
            shortfall.failed(error);
        } else if (!error.equals(ErrorDetails.NONE) && !error.kind().equals(Optional.of(FailureKind.SESSION_EXPIRED))) {
            shortfall.rejected(error);
        }
    }

    void lost(LostAudio lost) {
        if (!lost.isNothing()) {
            shortfall.lost(lost);
            dispatch(() -> listener.lost(lost));
        }
    }

    void reconnecting(EphemintException why) {
        dispatch(() -> listener.reconnecting(why));
    }

    void closed(@Nullable EphemintException why) {
        dispatch(() -> listener.closed(why));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void dispatch(Runnable call) {
        turn.lock();
        try {
            call.run();
        } catch (RuntimeException thrown) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        } finally {
            turn.unlock();
        }
    }
}
