package dev.ephemint.server.admission.redis;

import dev.ephemint.server.admission.Claim;
import dev.ephemint.server.admission.Claims;
import dev.ephemint.server.admission.Limits;
import dev.ephemint.server.admission.ScopeLimits;
import dev.ephemint.server.admission.Settlement;
import dev.ephemint.server.admission.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Random claims, settlements and pauses, the same for the same seed. */
final class RandomHistory {

    private static final List<Limits> POLICIES = List.of(
            Limits.NONE,
            Claims.perMinute(5),
            new Limits(
                    new ScopeLimits(
                            List.of(new Window(7, Duration.ofSeconds(1)), new Window(40, Duration.ofSeconds(61))),
                            Optional.of(6)),
                    new ScopeLimits(List.of(new Window(3, Duration.ofSeconds(7))), Optional.of(2))));

    private static final Map<String, String> MINTED = Map.of("event", "minted");

    private final Random random;
    private final List<Running> running = new ArrayList<>();
    private final Map<String, Settlement> settlements = new HashMap<>();
    private int claims;

    RandomHistory(long seed) {
        this.random = new Random(seed);
    }

    /** The pause before the next step, in milliseconds. */
    long pause() {
        return random.nextInt(10) == 0 ? random.nextInt(40_000) : random.nextInt(300);
    }

    /** Nothing settles once its hold is over: a mint ends before. */
    boolean settles(long now) {
        running.removeIf(one -> one.begun() + Claims.HOLD.toMillis() <= now);
        return !running.isEmpty() && random.nextInt(3) == 0;
    }

    Claim claim() {
        int caller = random.nextInt(POLICIES.size());
        Claim claim = Claims.of("caller {" + caller + "}", "user" + random.nextInt(3), POLICIES.get(caller));
        return random.nextInt(3) == 0 ? Claims.with(claim, key(), "digest" + random.nextInt(2)) : claim;
    }

    /** One of a few that are in use: a key that minted is refused for a day. */
    private String key() {
        claims++;
        return "key" + (claims / 20 + random.nextInt(2));
    }

    void admitted(Claim claim, long now) {
        running.add(new Running(claim, now));
    }

    /** One that runs; it is taken off, but for one in ten, which settles again, and with the same. */
    Claim settled() {
        int index = random.nextInt(running.size());
        return (random.nextInt(10) == 0 ? running.get(index) : running.remove(index)).claim();
    }

    Settlement settlement(Claim claim, long now) {
        return settlements.computeIfAbsent(claim.id(), id -> settlement(now));
    }

    private Settlement settlement(long now) {
        return switch (random.nextInt(4)) {
            case 0 -> Claims.failed();
            case 1 -> new Settlement(true, Optional.empty(), () -> MINTED);
            default -> Claims.minted(now - 500 + random.nextInt(30_000));
        };
    }

    private record Running(Claim claim, long begun) {}
}
