package dev.ephemint.client.socket;

import java.util.function.Consumer;

/** Hears the whole text of each turn and nothing else. */
record TextListener(Consumer<String> transcripts) implements TranscriptionListener {

    @Override
    public void completed(String itemId, String transcript) {
        transcripts.accept(transcript);
    }
}
