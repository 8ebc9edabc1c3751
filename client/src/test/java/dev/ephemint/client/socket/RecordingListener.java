package dev.ephemint.client.socket;

import dev.ephemint.client.EphemintException;
import dev.ephemint.contract.model.ErrorEvent;
import dev.ephemint.contract.model.InputAudioTranscriptionFailedEvent;
import dev.ephemint.contract.model.ServerEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Records the calls of a listener as text. */
final class RecordingListener implements TranscriptionListener {

    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<ServerEvent> events = new CopyOnWriteArrayList<>();
    final Semaphore received = new Semaphore(0);
    final List<LostAudio> lost = new CopyOnWriteArrayList<>();
    final CompletableFuture<@Nullable EphemintException> closed = new CompletableFuture<>();
    final CompletableFuture<Void> called = new CompletableFuture<>();
    final CompletableFuture<Void> text = new CompletableFuture<>();
    final CompletableFuture<EphemintException> reconnecting = new CompletableFuture<>();

    @Override
    public void delta(String itemId, String text) {
        record("delta " + itemId + " " + text);
    }

    @Override
    public void completed(String itemId, String transcript) {
        record("completed " + itemId + " " + transcript);
        text.complete(null);
    }

    @Override
    public void failed(InputAudioTranscriptionFailedEvent event) {
        record("failed " + event.getItemId() + " " + event.getError().getCode());
    }

    @Override
    public void error(ErrorEvent event) {
        record("error " + event.getError().getCode() + " " + event.getError().getMessage());
    }

    @Override
    public void event(ServerEvent event) {
        events.add(event);
        received.release();
    }

    @Override
    public void lost(LostAudio audio) {
        lost.add(audio);
    }

    @Override
    public void reconnecting(EphemintException why) {
        record("reconnecting");
        reconnecting.complete(why);
    }

    @Override
    public void closed(@Nullable EphemintException why) {
        closed.complete(why);
    }

    private void record(String call) {
        calls.add(call);
        called.complete(null);
    }
}
