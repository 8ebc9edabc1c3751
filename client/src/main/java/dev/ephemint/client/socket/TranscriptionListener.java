package dev.ephemint.client.socket;

import dev.ephemint.client.EphemintException;
import dev.ephemint.contract.model.ErrorEvent;
import dev.ephemint.contract.model.InputAudioTranscriptionFailedEvent;
import dev.ephemint.contract.model.ServerEvent;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Receives the events of a {@link TranscriptionSocket}, one call at a time and in the order of the wire. The next event waits
 * until the method returns, and a listener cannot send. Turns may complete in another order than they were spoken; the item
 * ID identifies them.
 *
 * <pre>{@code
 * TranscriptionListener print = TranscriptionListener.ofText(System.out::println);
 * }</pre>
 */
public interface TranscriptionListener {

    /**
     * Receives the complete transcript of each turn and nothing else. Failures are thrown by {@link TranscriptionSocket#close}, as they are
     * for every listener.
     */
    static TranscriptionListener ofText(Consumer<String> transcripts) {
        return new TextListener(transcripts);
    }

    /** A piece of a transcript; append it to the earlier pieces of the same item. */
    default void delta(String itemId, String text) {}

    /** The complete transcript of one turn. */
    default void completed(String itemId, String transcript) {}

    /** One turn was not transcribed; the session continues unless every other turn would fail, too. */
    default void failed(InputAudioTranscriptionFailedEvent event) {}

    /** The vendor rejected an event that was sent; the session continues unless it closes next. */
    default void error(ErrorEvent event) {}

    /** Every event, before the method of its own if it has one. */
    default void event(ServerEvent event) {}

    /** A connection ended before all its audio was transcribed. The audio is not sent again. */
    default void lost(LostAudio lost) {}

    /** The connection broke and another is being opened. */
    default void reconnecting(EphemintException why) {}

    /** The last call: closed as requested (null), or for this reason. */
    default void closed(@Nullable EphemintException why) {}
}
