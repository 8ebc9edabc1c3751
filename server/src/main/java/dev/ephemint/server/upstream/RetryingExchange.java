package dev.ephemint.server.upstream;

import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.MintFailedException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends a call once more if the connection was refused: only then is it certain that nothing was sent. Retries are at most a
 * tenth of the calls, so that a vendor that is down is not asked twice as often.
 *
 * <p>A 429 or 503 with {@code retry-after} is not retried: the caller gets it, and its SDK waits without a place here.
 */
public final class RetryingExchange implements Exchange {

    private static final int CALLS_PER_RETRY = 10;
    private static final int MOST_SAVED = 10 * CALLS_PER_RETRY;

    private final Exchange exchange;
    private final AtomicInteger saved = new AtomicInteger(CALLS_PER_RETRY);

    public RetryingExchange(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public UpstreamReply send(UpstreamCall call, Deadline deadline) {
        saved.updateAndGet(calls -> Math.min(MOST_SAVED, calls + 1));
        try {
            return exchange.send(call, deadline);
        } catch (MintFailedException failed) {
            if (!failed.failure().equals(ExchangeFailures.REFUSED) || !spend()) {
                throw failed;
            }
            return exchange.send(call, deadline);
        }
    }

    private boolean spend() {
        return saved.getAndUpdate(calls -> calls < CALLS_PER_RETRY ? calls : calls - CALLS_PER_RETRY)
                >= CALLS_PER_RETRY;
    }

    @Override
    public String toString() {
        return "RetryingExchange[" + exchange + "]";
    }
}
