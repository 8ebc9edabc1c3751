package dev.ephemint.server.settings;

import dev.ephemint.server.mint.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * Where limits are counted.
 *
 * @param redisUrl where the shared store is; empty: in memory
 * @param timeout for a connection to the store and for each reply
 * @param whenAway what happens while the store is away
 * @param replicas how many share the limits, for {@link WhenAway#LOCAL}
 */
public record AdmissionSettings(
        Optional<URI> redisUrl,
        Optional<Secret> redisPassword,

        @DurationMin(millis = 10, message = "must be at least PT0.01S")
        @DurationMax(seconds = 10, message = "must be at most PT10S")
        Duration timeout,

        @Min(1) @Max(1_000) int connections,
        WhenAway whenAway,
        @Min(1) @Max(10_000) int replicas) {

    /** What happens while the shared store is away. */
    public enum WhenAway {
        /** Nothing is minted. */
        DENY,

        /** Each replica applies its part of the limits. */
        LOCAL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
