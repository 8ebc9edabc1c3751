package dev.ephemint.server.admission;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Complete claims; a test says only what it is about. */
public final class Claims {

    public static final Duration HOLD = Duration.ofMinutes(10);

    private Claims() {}

    public static Claim of(String caller, Limits limits) {
        return of(caller, "", limits);
    }

    public static Claim of(String caller, String endUser, Limits limits) {
        return new Claim(
                UUID.randomUUID().toString(),
                caller,
                limits.of(endUser),
                Optional.empty(),
                HOLD,
                () -> Map.of("event", "admitted"));
    }

    public static Claim with(Claim claim, String key, String digest) {
        return new Claim(
                claim.id(),
                claim.caller(),
                claim.limits(),
                Optional.of(new Claim.Once(key, digest, Duration.ofSeconds(5))),
                claim.hold(),
                claim.audit());
    }

    /** At most this many requests of a caller in any minute. */
    public static Limits perMinute(int requests) {
        return caller(new ScopeLimits(List.of(new Window(requests, Duration.ofMinutes(1))), Optional.empty()));
    }

    /** At most this many open tokens of a caller. */
    public static Limits open(int tokens) {
        return caller(new ScopeLimits(List.of(), Optional.of(tokens)));
    }

    private static Limits caller(ScopeLimits scope) {
        return new Limits(scope, ScopeLimits.NONE);
    }

    public static Settlement failed() {
        return new Settlement(false, Optional.empty(), () -> Map.of("event", "failed"));
    }

    public static Settlement minted(long expiresMillis) {
        return new Settlement(
                true, Optional.of(java.time.Instant.ofEpochMilli(expiresMillis)), () -> Map.of("event", "minted"));
    }
}
