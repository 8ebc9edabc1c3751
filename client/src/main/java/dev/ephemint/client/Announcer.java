package dev.ephemint.client;

import dev.ephemint.contract.model.ErrorEvent;
import dev.ephemint.contract.model.InputAudioTranscriptionCompletedEvent;
import dev.ephemint.contract.model.InputAudioTranscriptionDeltaEvent;
import dev.ephemint.contract.model.InputAudioTranscriptionFailedEvent;
import dev.ephemint.contract.model.ServerEvent;
import org.jspecify.annotations.Nullable;

/** Tells a listener. What it throws is its thread's to report, and ends no connection. */
final class Announcer {

    private final TranscriptionListener listener;

    Announcer(TranscriptionListener listener) {
        this.listener = listener;
    }

    void event(ServerEvent event) {
        tell(() -> {
            listener.event(event);
            if (event instanceof InputAudioTranscriptionDeltaEvent delta) {
                listener.delta(text(delta.getDelta()), delta);
            } else if (event instanceof InputAudioTranscriptionCompletedEvent completed) {
                listener.completed(text(completed.getTranscript()), completed);
            } else if (event instanceof InputAudioTranscriptionFailedEvent failed) {
                listener.failed(failed);
            } else if (event instanceof ErrorEvent error) {
                listener.error(error);
            }
        });
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

    private static void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException thrown) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        }
    }
}
