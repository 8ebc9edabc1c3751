package dev.ephemint.server.pool;

import dev.ephemint.server.mint.MintedToken;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The clocks of a pool.
 *
 * @param wall by which a token's lifetime is known if the vendor states no time of its own
 * @param nanos by which its age is measured: it never jumps
 */
public record PoolTime(Clock wall, LongSupplier nanos) {

    long now() {
        return nanos.getAsLong();
    }

    /** The lifetime of a token that was just minted; zero if it is unknown. */
    Duration lifetime(MintedToken token) {
        long minted = token.connection().vendorTime().orElse(wall.instant().getEpochSecond());
        return Duration.ofSeconds(Math.max(0, token.expiresAt().orElse(minted) - minted));
    }
}
