package dev.ephemint.server.admission;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** The tokens that are open, by their mint, with the time at which each stops counting; sorted, so that many cost no more. */
final class OpenTokens implements Counter {

    private record Open(long expiry, String id) {
        private static final Comparator<Open> SOONEST =
                Comparator.comparingLong(Open::expiry).thenComparing(Open::id);
    }

    private final Map<String, Open> byId = new HashMap<>();
    private final TreeSet<Open> soonest = new TreeSet<>(Open.SOONEST);

    @Override
    public long used(long now) {
        while (!soonest.isEmpty() && soonest.first().expiry() <= now) {
            remove(soonest.first().id());
        }
        return soonest.size();
    }

    @Override
    public void add(Claim claim, long now) {
        put(claim.id(), now + claim.hold().toMillis());
    }

    @Override
    public long wait(long max, Claim claim, long now) {
        // More than max only after the limit was lowered.
        long index = Math.max(0, soonest.size() - max);
        return soonest.stream()
                .skip(index)
                .findFirst()
                .map(open -> open.expiry() - now)
                .orElseGet(() -> claim.hold().toMillis());
    }

    @Override
    public long reset(long max, Claim claim, long now) {
        return wait(max, claim, now);
    }

    /** Without an expiry the hold of the admission stays. */
    void settle(String id, Settlement settlement, long now) {
        long expires = settlement.expires().map(time -> time.toEpochMilli()).orElse(Long.MAX_VALUE);
        if (!settlement.minted() || expires <= now) {
            remove(id);
        } else if (settlement.expires().isPresent()) {
            put(id, expires);
        }
    }

    private void put(String id, long expiry) {
        remove(id);
        Open open = new Open(expiry, id);
        byId.put(id, open);
        soonest.add(open);
    }

    private void remove(String id) {
        Open open = byId.remove(id);
        if (open != null) {
            soonest.remove(open);
        }
    }
}
