package dev.ephemint.server.admission;

import dev.ephemint.server.admission.Decision.Admitted;
import dev.ephemint.server.admission.Decision.Limited;
import dev.ephemint.server.admission.Decision.Mode;
import dev.ephemint.server.admission.Decision.Repeated;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.MintFailure.RepeatedRequest.First;
import dev.ephemint.server.mint.Quota;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Admission of this process alone. Decides as the scripts do: a property test compares both. */
public final class MemoryAdmission implements Admission {

    /** After this many decisions, what counts no longer is removed. */
    private static final int SWEEP = 1_024;

    private final Clock clock;
    private final Mode mode;
    private final Map<String, Counter> counters = new HashMap<>();
    private final Map<String, Entry> entries = new HashMap<>();
    private int decisions;

    public MemoryAdmission(Clock clock, Mode mode) {
        this.clock = clock;
        this.mode = mode;
    }

    @Override
    public synchronized Decision admit(Claim claim, Deadline deadline) {
        long now = clock.millis();
        sweep(now);
        Optional<Repeated> repeated = repeated(claim, now);
        return repeated.isPresent() ? repeated.get() : decide(claim, now);
    }

    /** Counts a mint that another store admitted. */
    synchronized void note(Claim claim) {
        long now = clock.millis();
        sweep(now);
        claim.limits().forEach(limit -> counter(claim, limit).add(claim, now));
    }

    private Optional<Repeated> repeated(Claim claim, long now) {
        return claim.once()
                .map(once -> entries.get(entryKey(claim, once)))
                .filter(entry -> entry.until() > now)
                .map(entry -> new Repeated(
                        entry.digest().equals(claim.once().orElseThrow().digest()) ? entry.first() : First.OTHER));
    }

    private Decision decide(Claim claim, long now) {
        Limit worst = null;
        long wait = 0;
        for (Limit limit : claim.limits()) {
            Counter counter = counter(claim, limit);
            if (counter.used(now) >= limit.max()) {
                long longer = counter.wait(limit.max(), claim, now);
                if (worst == null || longer > wait) {
                    worst = limit;
                    wait = longer;
                }
            }
        }
        return worst == null ? admitted(claim, now) : limited(claim, worst, Duration.ofMillis(wait));
    }

    private Decision admitted(Claim claim, long now) {
        claim.limits().forEach(limit -> counter(claim, limit).add(claim, now));
        claim.once()
                .ifPresent(once -> entries.put(
                        entryKey(claim, once),
                        new Entry(
                                once.digest(),
                                First.RUNNING,
                                claim.id(),
                                now + once.running().toMillis())));
        return new Admitted(mode, quotas(claim));
    }

    private Decision limited(Claim claim, Limit worst, Duration wait) {
        List<Quota> quotas = quotas(claim);
        return new Limited(quotas.get(claim.limits().indexOf(worst)), wait, quotas);
    }

    private List<Quota> quotas(Claim claim) {
        long now = clock.millis();
        List<Quota> quotas = new ArrayList<>();
        for (Limit limit : claim.limits()) {
            Counter counter = counter(claim, limit);
            long remaining = Math.max(0, limit.max() - counter.used(now));
            quotas.add(limit.quota(remaining, Duration.ofMillis(counter.reset(limit.max(), claim, now))));
        }
        return quotas;
    }

    @Override
    public synchronized void settle(Claim claim, Settlement settlement, Deadline deadline) {
        long now = clock.millis();
        for (Limit limit : claim.openLimits()) {
            if (counter(claim, limit) instanceof OpenTokens tokens) {
                tokens.settle(claim.id(), settlement, now);
            }
        }
        claim.once().ifPresent(once -> settle(claim, once, settlement.minted(), now));
    }

    private void settle(Claim claim, Claim.Once once, boolean minted, long now) {
        String key = entryKey(claim, once);
        Entry entry = entries.get(key);
        if (entry != null && !entry.id().equals(claim.id())) {
            return;
        }
        if (minted) {
            long until = now + Claim.Once.KEPT.toMillis();
            entries.put(key, new Entry(once.digest(), First.MINTED, claim.id(), until));
        } else {
            entries.remove(key);
        }
    }

    private Counter counter(Claim claim, Limit limit) {
        return counters.computeIfAbsent(
                claim.caller() + "\n" + limit.key(),
                key -> limit.window().isPresent() ? new SlotCounts(limit.slotMillis()) : new OpenTokens());
    }

    private static String entryKey(Claim claim, Claim.Once once) {
        return claim.caller() + "\n" + once.key();
    }

    private void sweep(long now) {
        decisions++;
        if (decisions >= SWEEP) {
            decisions = 0;
            counters.values().removeIf(counter -> counter.used(now) == 0);
            entries.values().removeIf(entry -> entry.until() <= now);
        }
    }

    /** How many limits and idempotency keys are kept. */
    synchronized int size() {
        return counters.size() + entries.size();
    }

    private record Entry(String digest, First first, String id, long until) {}
}
