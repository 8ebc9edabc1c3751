package dev.ephemint.client.socket;

import java.util.function.Consumer;

/** Passes on the complete transcript of each turn and nothing else. */
record TextListener(Consumer<String> transcripts) implements TranscriptionListener {

    @Override
    public void completed(String itemId, String transcript) {
        transcripts.accept(transcript);
    }
}
