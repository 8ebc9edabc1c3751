package dev.ephemint.client.internal;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects a body up to a limit. A longer body is cancelled, and fails or counts as empty. */
public final class LimitedBody implements BodySubscriber<byte[]> {

    private final int limit;
    private final @Nullable Supplier<? extends RuntimeException> tooLong;
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private byte[] collected = {};
    private int length;
    private @Nullable Subscription subscription;

    /** @param tooLong makes the failure; without it a longer body counts as empty */
    public LimitedBody(int limit, @Nullable Supplier<? extends RuntimeException> tooLong) {
        this.limit = limit;
        this.tooLong = tooLong;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (body.isDone()) {
                return;
            }
            collect(buffer);
        }
    }

    private void collect(ByteBuffer buffer) {
        int end = length + buffer.remaining();
        if (end > limit) {
            giveUp();
            return;
        }
        if (end > collected.length) {
            collected = Arrays.copyOf(collected, Math.max(end, 2 * collected.length));
        }
        buffer.get(collected, length, end - length);
        length = end;
    }

    private void giveUp() {
        if (subscription != null) {
            subscription.cancel();
        }
        if (tooLong == null) {
            body.complete(new byte[0]);
        } else {
            body.completeExceptionally(tooLong.get());
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(length == collected.length ? collected : Arrays.copyOf(collected, length));
    }
}
