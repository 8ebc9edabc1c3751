package dev.ephemint.server.pool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.UnreadableResponse;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.StackTraceOnly;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The unused tokens of one pool. Any number of threads take; one thread at a time refills. A token leaves the queue before it is
 * returned, so that it is issued once.
 */
final class TokenPool {

    private static final Logger LOG = LoggerFactory.getLogger(TokenPool.class);

    /** A token is issued in the first half of its lifetime only. */
    private static final int USABLE_PART = 2;

    private final PoolSpec spec;
    private final Supplier<MintRequest> wanted;
    private final PoolTime time;
    private final PoolWatch watch;
    private final Duration timeout;
    private final Queue<PooledToken> tokens = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final Backoff backoff = new Backoff();

    /** What callers ask for now; null if the policy does not allow it. */
    private volatile @Nullable ObjectNode current;

    private volatile boolean closed;
    private long pausedUntil;

    /**
     * @param wanted what the policies make of the pool's request, as they are now; fails if they refuse it
     * @param timeout of one mint
     */
    TokenPool(PoolSpec spec, Supplier<MintRequest> wanted, PoolTime time, PoolWatch watch, Duration timeout) {
        this.spec = spec;
        this.wanted = wanted;
        this.time = time;
        this.watch = watch;
        this.timeout = timeout;
        this.pausedUntil = time.now();
        watch.begins(spec.name(), size::get);
    }

    String name() {
        return spec.name();
    }

    int size() {
        return size.get();
    }

    /** Whether it is for requests like this one. */
    boolean isFor(MintRequest request) {
        ObjectNode body = current;
        return body != null && spec.serves(request.context().caller().policy()) && body.equals(request.body());
    }

    /** A token that was minted for exactly this request, which no other call returns. */
    Optional<MintedToken> take(MintRequest request) {
        for (PooledToken token = tokens.poll(); token != null; token = tokens.poll()) {
            size.decrementAndGet();
            long now = time.now();
            if (!closed && token.isUsable(now) && token.isFor(request)) {
                watch.asked(name(), true);
                return Optional.of(token.issue(request, now));
            }
            watch.dropped(name());
        }
        watch.asked(name(), false);
        return Optional.empty();
    }

    /** Drops what is too old and mints what is missing, one after the other, until one fails. */
    void refill(Mint mint) {
        Optional<MintRequest> request = wanted();
        current = request.map(MintRequest::body).orElse(null);
        drop();
        while (request.isPresent() && !closed && size() < spec.size() && time.now() - pausedUntil >= 0) {
            refill(mint, request.get());
        }
    }

    private Optional<MintRequest> wanted() {
        try {
            return Optional.of(wanted.get());
        } catch (MintFailedException refused) {
            return Optional.empty();
        }
    }

    private void drop() {
        long now = time.now();
        ObjectNode body = current;
        for (PooledToken token : List.copyOf(tokens)) {
            if ((!token.isUsable(now) || !token.body().equals(body)) && tokens.remove(token)) {
                size.decrementAndGet();
                watch.dropped(name());
            }
        }
    }

    private void refill(Mint mint, MintRequest request) {
        try {
            add(minted(mint, request));
            watch.refilled(name(), Optional.empty());
            if (!backoff.isReset()) {
                backoff.reset();
                LOG.atInfo().addKeyValue("pool", name()).log("the pool is refilled again");
            }
        } catch (MintFailedException failed) {
            failed(failed.failure(), null);
        } catch (RuntimeException defect) {
            failed(new MintFailure.VendorFault(500), new StackTraceOnly(defect));
        }
    }

    private PooledToken minted(Mint mint, MintRequest request) {
        long begun = time.now();
        MintedToken token =
                mint.mint(request.withContext(request.context().withDeadline(Deadline.within(timeout, time.nanos()))));
        Duration usable = time.lifetime(token).dividedBy(USABLE_PART);
        PooledToken pooled = new PooledToken(
                token, request.body(), begun, usable.compareTo(spec.maxAge()) < 0 ? usable : spec.maxAge());
        if (!pooled.isUsable(time.now())) {
            throw new MintFailedException(new UnreadableResponse("the token lives too short for a pool"));
        }
        return pooled;
    }

    private void add(PooledToken token) {
        size.incrementAndGet();
        tokens.add(token);
        if (closed) {
            close();
        }
    }

    private void failed(MintFailure failure, @Nullable Throwable cause) {
        boolean first = backoff.isReset();
        Duration wait = backoff.after(failure);
        pausedUntil = time.now() + wait.toNanos();
        watch.refilled(name(), Optional.of(failure));
        if (first) {
            LOG.atWarn()
                    .addKeyValue("pool", name())
                    .addKeyValue("failure", failure.getClass().getSimpleName())
                    .setCause(cause)
                    .log("the pool cannot be refilled; requests are minted as without it");
        }
    }

    /** Drops every unused token, and keeps none from now on. */
    void close() {
        closed = true;
        while (tokens.poll() != null) {
            size.decrementAndGet();
        }
    }

    @Override
    public String toString() {
        return "TokenPool[" + spec + ", tokens=" + size + "]";
    }
}
