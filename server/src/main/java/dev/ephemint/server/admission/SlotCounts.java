package dev.ephemint.server.admission;

import java.util.Map;
import java.util.TreeMap;

/** The requests of a window, counted in slots. A slot counts until its last request is as old as the window. */
final class SlotCounts implements Counter {

    private final long slotMillis;
    private final TreeMap<Long, Long> counts = new TreeMap<>();

    /** Of all slots that are kept. */
    private long total;

    SlotCounts(long slotMillis) {
        this.slotMillis = slotMillis;
    }

    @Override
    public long used(long now) {
        long oldest = now / slotMillis - Window.SLOTS;
        while (!counts.isEmpty() && counts.firstKey() < oldest) {
            total -= counts.pollFirstEntry().getValue();
        }
        return total;
    }

    @Override
    public void add(Claim claim, long now) {
        counts.merge(now / slotMillis, 1L, Long::sum);
        total++;
    }

    @Override
    public long wait(long max, Claim claim, long now) {
        long used = used(now);
        for (Map.Entry<Long, Long> slot : counts.entrySet()) {
            used -= slot.getValue();
            if (used < max) {
                return ends(slot.getKey(), now);
            }
        }
        return ends(now / slotMillis, now);
    }

    @Override
    public long reset(long max, Claim claim, long now) {
        if (used(now) >= max) {
            return wait(max, claim, now);
        }
        return ends(counts.isEmpty() ? now / slotMillis : counts.firstKey(), now);
    }

    private long ends(long slot, long now) {
        return (slot + Window.SLOTS + 1) * slotMillis - now;
    }
}
