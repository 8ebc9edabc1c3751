package dev.ephemint.server.admission;

import dev.ephemint.server.mint.Deadline;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;

/**
 * Asks a store that may be away. After a failure no request asks it for a while, so no thread waits for a dead store; then one
 * caller does, and all others once that succeeded.
 */
public final class StoreGate implements Admission {

    private final Admission store;
    private final Duration pause;
    private final LongSupplier nanos;
    private final Logger log;

    /** Null while the store responds. */
    private final AtomicReference<Away> away = new AtomicReference<>();

    private final AtomicLong refused = new AtomicLong();

    public StoreGate(Admission store, Duration pause, LongSupplier nanos, Logger log) {
        this.store = store;
        this.pause = pause;
        this.nanos = nanos;
        this.log = log;
    }

    @Override
    public Decision admit(Claim claim, Deadline deadline) {
        return ask(() -> store.admit(claim, deadline), deadline);
    }

    @Override
    public void settle(Claim claim, Settlement settlement, Deadline deadline) {
        send(() -> store.settle(claim, settlement, deadline), deadline);
    }

    /** Calls of the same store: it is away for both. */
    public CallStore of(CallStore calls) {
        return new CallStore() {

            @Override
            public void keep(OpenedCall call, Supplier<Map<String, String>> audit, Deadline deadline) {
                send(() -> calls.keep(call, audit, deadline), deadline);
            }

            @Override
            public Optional<String> upstream(String caller, String id, Deadline deadline) {
                return ask(() -> calls.upstream(caller, id, deadline), deadline);
            }

            @Override
            public void record(String caller, Supplier<Map<String, String>> audit, Deadline deadline) {
                send(() -> calls.record(caller, audit, deadline), deadline);
            }
        };
    }

    private void send(Runnable call, Deadline deadline) {
        ask(
                () -> {
                    call.run();
                    return call;
                },
                deadline);
    }

    private <T> T ask(Supplier<T> call, Deadline deadline) {
        Away known = away.get();
        if (known != null && !mayTry(known)) {
            refused.incrementAndGet();
            throw new StoreAwayException("the store is away");
        }
        try {
            T result = call.get();
            if (away.getAndSet(null) != null) {
                log.atInfo()
                        .addKeyValue("decisions_without", refused.getAndSet(0))
                        .log("the store of the limits is back");
            }
            return result;
        } catch (StoreAwayException failed) {
            refused.incrementAndGet();
            if (deadline.passed()) {
                // The request had too little time: that says nothing about the store.
                throw failed;
            }
            if (away.getAndSet(pausing()) == null) {
                log.atWarn().addKeyValue("reason", failed.getMessage()).log("the store of the limits is away");
            }
            throw failed;
        }
    }

    /** One caller only, by moving the time of the next try. */
    private boolean mayTry(Away known) {
        return nanos.getAsLong() - known.nextTry() >= 0 && away.compareAndSet(known, pausing());
    }

    private Away pausing() {
        return new Away(nanos.getAsLong() + pause.toNanos());
    }

    /** @param nextTry when the next caller may ask, in nanoseconds */
    private record Away(long nextTry) {}
}
