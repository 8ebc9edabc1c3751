package dev.ephemint.client.internal;

import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A client secret, and until when it is returned, by this machine's clock. */
public record CachedToken(ClientSecret secret, Instant goodUntil) {

    /** Long enough for a connection to open; at most a quarter of a short lifetime, or every call would mint. */
    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(30);

    /**
     * Only differences within one clock are used, so the two clocks may disagree. The lifetime starts when the request was
     * sent, which is not later than the vendor's time in the response. If the vendor sent no time, this machine's is used.
     */
    public static CachedToken of(ClientSecret secret, Instant asked) {
        Long expiresAt = secret.getExpiresAt();
        if (expiresAt == null) {
            return new CachedToken(secret, Instant.MIN);
        }
        Connection connection = secret.getConnect();
        Long vendorTime = connection == null ? null : connection.getVendorTime();
        Instant minted = vendorTime == null ? asked : Instant.ofEpochSecond(vendorTime);
        Duration life = Duration.between(minted, Instant.ofEpochSecond(expiresAt));
        return new CachedToken(secret, asked.plus(life).minus(margin(life)));
    }

    private static Duration margin(Duration life) {
        Duration quarter = life.dividedBy(4);
        return quarter.compareTo(LONGEST_MARGIN) < 0 ? quarter : LONGEST_MARGIN;
    }

    public boolean isGood(Clock clock) {
        return clock.instant().isBefore(goodUntil);
    }

    @Override
    public String toString() {
        return "CachedToken[until " + goodUntil + "]";
    }
}
