package dev.ephemint.server.admission;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the tokens that are open: a mint in progress by its id, a token only by the time at which it expires. A vendor's tokens
 * expire at whole seconds, so that hundreds of thousands take no more memory than a few.
 */
final class OpenTokens implements Counter {

    /** By the id of a mint that is not settled: when it stops counting. */
    private final Map<String, Long> holds = new HashMap<>();

    /** By time: how many stop counting then, those of mints that are not settled among them. */
    private final TreeMap<Long, Long> ends = new TreeMap<>();

    private long total;

    @Override
    public long used(long now) {
        boolean ended = false;
        while (!ends.isEmpty() && ends.firstKey() <= now) {
            total -= ends.pollFirstEntry().getValue();
            ended = true;
        }
        if (ended) {
            holds.values().removeIf(end -> end <= now);
        }
        return total;
    }

    @Override
    public void add(Claim claim, long now) {
        long end = now + claim.hold().toMillis();
        holds.put(claim.id(), end);
        addEnd(end);
    }

    @Override
    public long wait(long max, Claim claim, long now) {
        // More than max only after the limit was lowered.
        long before = Math.max(0, total - max);
        for (Map.Entry<Long, Long> end : ends.entrySet()) {
            before -= end.getValue();
            if (before < 0) {
                return end.getKey() - now;
            }
        }
        return claim.hold().toMillis();
    }

    @Override
    public long reset(long max, Claim claim, long now) {
        return wait(max, claim, now);
    }

    /** The first settlement of a mint counts. Without an expiry the hold of the admission stays. */
    void settle(String id, Settlement settlement, long now) {
        boolean staysHeld = settlement.minted() && settlement.expires().isEmpty();
        Long hold = staysHeld ? null : holds.remove(id);
        if (hold == null) {
            return;
        }
        removeEnd(hold);
        settlement
                .expires()
                .map(time -> time.toEpochMilli())
                .filter(expires -> settlement.minted() && expires > now)
                .ifPresent(this::addEnd);
    }

    private void addEnd(long end) {
        ends.merge(end, 1L, Long::sum);
        total++;
    }

    private void removeEnd(long end) {
        ends.computeIfPresent(end, (time, count) -> count == 1 ? null : count - 1);
        total--;
    }
}
