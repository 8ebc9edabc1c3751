package dev.ephemint.conformance.matrix;

import dev.ephemint.client.socket.LostAudio;
import dev.ephemint.client.socket.TranscriptionListener;
import dev.ephemint.contract.model.ServerEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that records every call. */
final class RecordingListener implements TranscriptionListener {
    final List<String> types = new CopyOnWriteArrayList<>();
    final List<String> transcripts = new CopyOnWriteArrayList<>();
    final List<LostAudio> lost = new CopyOnWriteArrayList<>();
    final List<String> pieces = new CopyOnWriteArrayList<>();
    final CompletableFuture<Void> text = new CompletableFuture<>();

    @Override
    public void event(ServerEvent event) {
        types.add(String.valueOf(event.getType()));
    }

    @Override
    public void delta(String itemId, String piece) {
        pieces.add(piece);
    }

    @Override
    public void completed(String itemId, String transcript) {
        transcripts.add(transcript);
        text.complete(null);
    }

    @Override
    public void lost(LostAudio audio) {
        lost.add(audio);
    }
}
