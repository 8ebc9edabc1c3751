package dev.ephemint.server.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * Which tokens are sealed.
 *
 * @param keysFile of the keys; empty: none is sealed
 * @param lifetime of a sealed token
 * @param policies whose tokens are sealed; empty: all
 * @param origins from which a token may be used that no browser minted; empty: any
 * @param use what a sealed token is good for
 */
public record SealedSettings(
        Optional<Path> keysFile,

        @DurationMin(seconds = 1, message = "must be at least PT1S")
        @DurationMax(minutes = 10, message = "must be at most PT10M")
        Duration lifetime,

        List<String> policies,
        List<String> origins,
        Use use) {

    /** What a sealed token is good for. */
    public enum Use {
        /** It is exchanged for the vendor's token. */
        EXCHANGE,

        /** It opens one WebRTC call, and the device never gets the vendor's token. */
        CALL,

        /** One of these, as its holder decides. */
        BOTH;

        /** Whether it can be exchanged. */
        public boolean exchanges() {
            return this != CALL;
        }

        /** Whether it can open a call. */
        public boolean calls() {
            return this != EXCHANGE;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public SealedSettings {
        policies = List.copyOf(policies);
        origins = List.copyOf(origins);
    }
}
