package dev.ephemint.client;

import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A client secret, and until when it is handed out by the clock of this machine. */
record CachedToken(ClientSecret secret, Instant goodUntil) {

    /** Long enough for a connection to open; of a short life at most a quarter, or every call would mint. */
    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(30);

    /**
     * Of the two clocks only differences are taken. The life begins when the request left, which is not later than the
     * vendor's time in the answer. Where the vendor told no time, its clock has to be taken for ours.
     */
    static CachedToken of(ClientSecret secret, Instant asked) {
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

    boolean isGood(Clock clock) {
        return clock.instant().isBefore(goodUntil);
    }

    @Override
    public String toString() {
        return "CachedToken[until " + goodUntil + "]";
    }
}
