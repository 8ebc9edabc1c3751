package dev.ephemint.server.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * Which tokens are sealed.
 *
 * @param keysFile of the keys; empty: none is sealed
 * @param lifetime of a sealed token
 * @param policies whose tokens are sealed; empty: all
 * @param origins from which a token may be exchanged that no browser minted; empty: any
 */
public record SealedSettings(
        Optional<Path> keysFile,

        @DurationMin(seconds = 1, message = "must be at least PT1S")
        @DurationMax(minutes = 10, message = "must be at most PT10M")
        Duration lifetime,

        List<String> policies,
        List<String> origins) {

    public SealedSettings {
        policies = List.copyOf(policies);
        origins = List.copyOf(origins);
    }
}
