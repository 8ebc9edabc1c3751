package dev.ephemint.server.policy;

import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.ExpiredToken;
import dev.ephemint.server.mint.MintedToken;
import java.time.Clock;

/**
 * Rejects a token that has already expired: otherwise the caller learns it only from a rejected socket. A token counts as
 * expired if it has expired by this machine's clock, less the usual skew, and by the vendor's if its response states one.
 */
public record ExpiredTokenPolicy(Clock clock) implements Policy {

    private static final int SKEW_SECONDS = 300;

    @Override
    public Mint around(Mint next) {
        return request -> {
            MintedToken token = next.mint(request);
            long now = clock.instant().getEpochSecond() - SKEW_SECONDS;
            long earliest = Math.min(now, token.connection().vendorTime().orElse(now));
            if (token.expiresAt().filter(expiry -> expiry <= earliest).isPresent()) {
                throw new MintFailedException(new ExpiredToken(), token.requestId());
            }
            return token;
        };
    }
}
