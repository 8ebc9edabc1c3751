package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.Target;
import java.time.Duration;
import java.util.Set;

/**
 * How long load is not counted, by kind of target.
 *
 * @param busy Ephemint with both compilers: the first one's code has a steady rate, too, before the second one replaces it
 * @param small Ephemint with the first compiler alone
 * @param interpreted gateways on Node and Python
 * @param compiled gateways in Go and C, which hardly change
 * @param body a warm process with another size of body
 */
record WarmTimes(Limits busy, Limits small, Limits interpreted, Limits compiled, Limits body) {
    private static final Set<String> INTERPRETED = Set.of("express", "portkey", "litellm");

    /** Before {@code least} a steady rate does not count. */
    record Limits(Duration least, Duration most) {
        static Limits ofMillis(long least, long most) {
            return new Limits(Duration.ofMillis(least), Duration.ofMillis(most));
        }
    }

    Limits of(Target target) {
        if (Kinds.isSmall(target)) {
            return small;
        }
        if (Kinds.isOwn(target)) {
            return busy;
        }
        return INTERPRETED.contains(target.id()) ? interpreted : compiled;
    }

    Limits ofBody(Target target) {
        return Kinds.isOwn(target) ? body : compiled;
    }
}
