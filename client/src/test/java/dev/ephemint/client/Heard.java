package dev.ephemint.client;

import dev.ephemint.contract.model.ErrorEvent;
import dev.ephemint.contract.model.InputAudioTranscriptionCompletedEvent;
import dev.ephemint.contract.model.InputAudioTranscriptionDeltaEvent;
import dev.ephemint.contract.model.InputAudioTranscriptionFailedEvent;
import dev.ephemint.contract.model.ServerEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A listener that remembers, in words. */
final class Heard implements TranscriptionListener {

    final List<String> news = new CopyOnWriteArrayList<>();
    final List<ServerEvent> events = new CopyOnWriteArrayList<>();
    final CompletableFuture<@Nullable EphemintException> closed = new CompletableFuture<>();
    final CompletableFuture<Void> text = new CompletableFuture<>();

    @Override
    public void delta(String text, InputAudioTranscriptionDeltaEvent event) {
        news.add("delta " + text);
    }

    @Override
    public void completed(String transcript, InputAudioTranscriptionCompletedEvent event) {
        news.add("completed " + transcript);
        text.complete(null);
    }

    @Override
    public void failed(InputAudioTranscriptionFailedEvent event) {
        news.add("failed " + event.getError().getCode());
    }

    @Override
    public void error(ErrorEvent event) {
        news.add("error " + event.getError().getCode());
    }

    @Override
    public void event(ServerEvent event) {
        events.add(event);
    }

    @Override
    public void reconnecting(EphemintException why) {
        news.add("reconnecting");
    }

    @Override
    public void closed(@Nullable EphemintException why) {
        closed.complete(why);
    }
}
