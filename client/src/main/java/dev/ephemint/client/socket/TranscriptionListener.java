package dev.ephemint.client.socket;

import dev.ephemint.client.EphemintException;
import dev.ephemint.contract.model.ErrorEvent;
import dev.ephemint.contract.model.InputAudioTranscriptionFailedEvent;
import dev.ephemint.contract.model.ServerEvent;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link TranscriptionSocket} hears, one call at a time and in the order of the wire. The next event waits for the
 * method's return, and nothing can be sent from within. Turns may complete in another order than they were spoken; the
 * item's id tells them apart.
 */
public interface TranscriptionListener {

    /**
     * Takes the whole text of each turn and nothing else. Failures are thrown by {@link TranscriptionSocket#close}, as they are
     * for every listener.
     */
    static TranscriptionListener ofText(Consumer<String> transcripts) {
        return new TextListener(transcripts);
    }

    /** A piece of text, to be put after the pieces of the same item so far. */
    default void delta(String itemId, String text) {}

    /** The whole text of one turn. */
    default void completed(String itemId, String transcript) {}

    /** One turn was not transcribed; the session goes on unless every other turn would fail, too. */
    default void failed(InputAudioTranscriptionFailedEvent event) {}

    /** The vendor rejected something that was sent; the session goes on unless it closes next. */
    default void error(ErrorEvent event) {}

    /** Every event, also those that have a method of their own, and before it. */
    default void event(ServerEvent event) {}

    /** A connection ended before all was transcribed that it had been given. Nothing of it is sent again. */
    default void lost(LostAudio lost) {}

    /** The connection broke and another is being opened. */
    default void reconnecting(EphemintException why) {}

    /** Nothing more will come: closed as asked, or for the reason given. */
    default void closed(@Nullable EphemintException why) {}
}
