package dev.ephemint.client;

import dev.ephemint.contract.model.ErrorEvent;
import dev.ephemint.contract.model.InputAudioTranscriptionCompletedEvent;
import dev.ephemint.contract.model.InputAudioTranscriptionDeltaEvent;
import dev.ephemint.contract.model.InputAudioTranscriptionFailedEvent;
import dev.ephemint.contract.model.ServerEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link TranscriptionSocket} hears, one call at a time and in the order of the wire. The next event waits for the
 * method's return. Turns may complete in another order than they were spoken; the item's id tells them apart.
 */
public interface TranscriptionListener {

    /** A piece of text, to be put after the pieces of the same item so far. */
    default void delta(String text, InputAudioTranscriptionDeltaEvent event) {}

    /** The whole text of one turn. */
    default void completed(String transcript, InputAudioTranscriptionCompletedEvent event) {}

    /** One turn was not transcribed; the session goes on. */
    default void failed(InputAudioTranscriptionFailedEvent event) {}

    /** The vendor refused something that was sent; the session goes on unless it closes next. */
    default void error(ErrorEvent event) {}

    /** Every event, also those that have a method of their own, and before it. */
    default void event(ServerEvent event) {}

    /** The connection broke and another is being opened. What the vendor had not committed is lost. */
    default void reconnecting(EphemintException why) {}

    /** Nothing more will come: closed as asked, or for the reason given. */
    default void closed(@Nullable EphemintException why) {}
}
