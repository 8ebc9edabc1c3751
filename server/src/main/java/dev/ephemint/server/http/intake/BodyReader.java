package dev.ephemint.server.http.intake;

import dev.ephemint.server.http.error.FailureResponse;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content.Chunk;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/** Reads one body: first what is there, and the rest whenever more of it arrives. */
final class BodyReader {

    /** What became of a body. */
    enum Outcome {
        WAITING,
        READ,
        TOO_SLOW,
        NO_MEMORY;

        FailureResponse rejection() {
            return this == TOO_SLOW ? FailureResponse.tooSlow() : FailureResponse.overloaded();
        }
    }

    private final Request request;
    private final int maxBytes;
    private final MemoryBudget memory;
    private final BodyTimes times;
    private final long begun = System.nanoTime();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final AtomicInteger held = new AtomicInteger();
    private @Nullable Chunk end;
    private boolean done;

    BodyReader(Request request, int maxBytes, MemoryBudget memory, BodyTimes times) {
        this.request = request;
        this.maxBytes = maxBytes;
        this.memory = memory;
        this.times = times;
    }

    /** The request with the body that was read; what follows it is read from the connection. */
    Request request() {
        return new ReadRequest(request, bytes.toByteArray(), end);
    }

    /** Reads until there is nothing more to read for now. */
    Outcome readAvailable() {
        while (true) {
            Chunk chunk = request.read();
            if (chunk == null) {
                return Outcome.WAITING;
            }
            if (Chunk.isFailure(chunk)) {
                end = chunk;
                return Outcome.READ;
            }
            boolean kept = keep(chunk);
            boolean last = chunk.isLast();
            chunk.release();
            if (!kept) {
                return Outcome.NO_MEMORY;
            }
            if (last) {
                end = Chunk.EOF;
            }
            if (last || bytes.size() > maxBytes) {
                return Outcome.READ;
            }
        }
    }

    private boolean keep(Chunk chunk) {
        int length = chunk.remaining();
        if (length == 0) {
            return true;
        }
        if (!memory.take(length)) {
            return false;
        }
        if (held.getAndAdd(length) == 0) {
            Request.addCompletionListener(request, failure -> memory.give(held.get()));
        }
        bytes.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
        return true;
    }

    /** Calls {@code then} once, when all was read or it took too long. */
    void readRest(Consumer<Outcome> then) {
        check(then);
        await(then);
    }

    private void await(Consumer<Outcome> then) {
        request.demand(Invocable.from(Invocable.InvocationType.NON_BLOCKING, () -> onContent(then)));
    }

    private void onContent(Consumer<Outcome> then) {
        Outcome outcome;
        synchronized (this) {
            if (done) {
                return;
            }
            outcome = readAvailable();
            done = outcome != Outcome.WAITING;
        }
        if (outcome == Outcome.WAITING) {
            await(then);
        } else {
            then.accept(outcome);
        }
    }

    private void check(Consumer<Outcome> then) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begun);
        boolean late;
        synchronized (this) {
            if (done) {
                return;
            }
            late = times.isLate(elapsed, bytes.size());
            done = late;
        }
        if (late) {
            then.accept(Outcome.TOO_SLOW);
        } else {
            long nanos = times.untilNextCheck(elapsed).toNanos();
            request.getComponents().getScheduler().schedule(() -> check(then), nanos, TimeUnit.NANOSECONDS);
        }
    }
}
