package dev.ephemint.server.upstream;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Reads the body of one response up to a limit, and records whether a response had begun. */
final class ResponseBodyReader implements BodyHandler<byte[]>, BodySubscriber<byte[]> {

    private final int maxBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private volatile boolean begun;
    private Runnable cancel = () -> {};

    ResponseBodyReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Whether status and headers arrived: a failure after that cuts the response short. */
    boolean begun() {
        return begun;
    }

    @Override
    public BodySubscriber<byte[]> apply(ResponseInfo head) {
        begun = true;
        return this;
    }

    @Override
    public void onSubscribe(Subscription source) {
        cancel = source::cancel;
        source.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (bytes.size() + buffer.remaining() > maxBytes) {
                cancel.run();
                whole.completeExceptionally(new OversizedResponseException(maxBytes));
                return;
            }
            byte[] chunk = new byte[buffer.remaining()];
            buffer.get(chunk);
            bytes.writeBytes(chunk);
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        whole.complete(bytes.toByteArray());
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }
}
