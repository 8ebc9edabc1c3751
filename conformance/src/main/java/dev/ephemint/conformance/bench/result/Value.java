package dev.ephemint.conformance.bench.result;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A kind of figure, with its unit in its name. */
public enum Value {
    MINTS_PER_S,
    P50_MS,
    P99_MS,
    P999_MS,
    MAX_MS,
    /** CPU time of the gateway's processes for each mint. */
    CPU_US,
    RSS_MB,
    /** Resident memory after the first mint. */
    RSS_IDLE_MB,
    /** From the start of the process to the first response with a token. */
    START_MS,
    /** Mints in the first second after the first one. */
    FIRST_SECOND,
    /** How long the process was under load before this measure. */
    WARM_UP_S,
    /** By how many percent its rate changed from the last window but one of that time to the last. */
    WARM_UP_CHANGE_PCT,
    /** Of the CPU time of a mint. */
    SHARE_PCT,
    MINTED,
    /** Responses other than 200, and requests without a response. */
    FAILED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a name that a newer format may have. */
    public static Optional<Value> of(String key) {
        return Arrays.stream(values()).filter(value -> value.key().equals(key)).findFirst();
    }
}
