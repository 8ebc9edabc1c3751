package dev.ephemint.server.admission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tokens that are open, by their mint, with the time at which each stops counting. */
final class OpenTokens implements Counter {

    private final Map<String, Long> expiries = new HashMap<>();

    @Override
    public long used(long now) {
        expiries.values().removeIf(expiry -> expiry <= now);
        return expiries.size();
    }

    @Override
    public void add(Claim claim, long now) {
        expiries.put(claim.id(), now + claim.hold().toMillis());
    }

    @Override
    public long wait(long max, Claim claim, long now) {
        List<Long> sorted = expiries.values().stream().sorted().toList();
        long index = Math.max(0, sorted.size() - max);
        return index < sorted.size()
                ? sorted.get((int) index) - now
                : claim.hold().toMillis();
    }

    @Override
    public long reset(long max, Claim claim, long now) {
        return wait(max, claim, now);
    }

    /** Without an expiry the hold of the admission stays. */
    void settle(String id, Settlement settlement, long now) {
        long expires = settlement.expires().map(time -> time.toEpochMilli()).orElse(Long.MAX_VALUE);
        if (!settlement.minted() || expires <= now) {
            expiries.remove(id);
        } else if (settlement.expires().isPresent()) {
            expiries.put(id, expires);
        }
    }
}
