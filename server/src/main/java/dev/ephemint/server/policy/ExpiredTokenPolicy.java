package dev.ephemint.server.policy;

import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.ExpiredToken;
import dev.ephemint.server.mint.MintedToken;
import java.time.Clock;

/**
 * Rejects a token that has already expired: a caller would learn so only from a refused socket. Expired is what has expired
 * by our clock, less what clocks differ by, and by the vendor's as well if its answer has one.
 */
public record ExpiredTokenPolicy(Clock clock) implements Policy {

    private static final int SKEW_SECONDS = 300;

    @Override
    public Mint around(Mint next) {
        return request -> {
            MintedToken token = next.mint(request);
            long ours = clock.instant().getEpochSecond() - SKEW_SECONDS;
            long earlier = Math.min(ours, token.connection().vendorTime().orElse(ours));
            if (token.expiresAt().filter(expiry -> expiry <= earlier).isPresent()) {
                throw new MintFailedException(new ExpiredToken(), token.requestId());
            }
            return token;
        };
    }
}
