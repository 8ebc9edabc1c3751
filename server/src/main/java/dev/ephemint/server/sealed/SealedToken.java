package dev.ephemint.server.sealed;

import dev.ephemint.server.mint.Caller;
import dev.ephemint.server.mint.MintedToken;
import java.time.Instant;
import java.util.Optional;

/**
 * What a sealed token holds.
 *
 * @param id of this token, and of no other
 * @param caller who minted it
 * @param origin of the request that minted it, if a browser did
 * @param sealed when
 * @param expires when it can no longer be exchanged
 * @param token the vendor's
 */
record SealedToken(
        String id, Caller caller, Optional<String> origin, Instant sealed, Instant expires, MintedToken token) {

    /** No longer, by this clock. */
    boolean isExpired(Instant now) {
        return !now.isBefore(expires);
    }

    /** The vendor's token, with the vendor's clock moved on by the time since it was sealed. */
    MintedToken opened(Instant now) {
        long age = Math.max(0, now.getEpochSecond() - sealed.getEpochSecond());
        return token.withConnection(token.connection()
                .withVendorTime(token.connection().vendorTime().map(time -> time + age)));
    }
}
