package dev.ephemint.server.admission;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What one mint asks of admission.
 *
 * @param id of this mint, and of no other
 * @param caller whose keys it counts in
 * @param once its idempotency key, if it has one
 * @param hold how long its token counts as open until the mint is settled: longer than any token of it can live
 * @param audit the fields of its audit record, for a store that keeps them
 */
public record Claim(
        String id,
        String caller,
        List<Limit> limits,
        Optional<Once> once,
        Duration hold,
        Supplier<Map<String, String>> audit) {

    public Claim {
        limits = List.copyOf(limits);
    }

    /** The same against one replica's part of each limit. */
    Claim dividedBy(int replicas) {
        return new Claim(
                id,
                caller,
                limits.stream().map(limit -> limit.dividedBy(replicas)).toList(),
                once,
                hold,
                audit);
    }

    /** Only the limits on open tokens, which a settlement changes. */
    public List<Limit> openLimits() {
        return limits.stream().filter(limit -> limit.window().isEmpty()).toList();
    }

    /**
     * An idempotency key. Only hashes are kept.
     *
     * @param key hash of the caller's key
     * @param digest of what is asked for: the same key for another request is a mistake
     * @param running how long the mint can run at most
     */
    public record Once(String key, String digest, Duration running) {

        /** How long a key that minted is refused. */
        public static final Duration KEPT = Duration.ofHours(24);
    }
}
