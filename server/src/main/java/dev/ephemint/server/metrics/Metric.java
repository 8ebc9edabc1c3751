package dev.ephemint.server.metrics;

import java.util.Locale;

/** Every metric of the service's own, by which dashboards and alerts are checked. Times are in seconds. */
public enum Metric {
    MINTS("Mints, by caller, dialect and outcome"),
    MINT_DURATION("Time of a mint, the vendor's included"),
    MINT_OWN_DURATION("Time of a mint without the calls to the vendor"),
    MINTS_IN_FLIGHT("Mints in progress"),
    VENDOR_DURATION("Time of a call to the vendor, by dialect and status; the status is `none` if no response came"),
    ADMISSIONS("Decisions about limits; the store is `shared`, `local` while Redis is away, `memory` or `none`"),
    LIMITS("Mints that met a limit, by caller and limit"),
    POOL_TOKENS("Unused tokens, by pool"),
    POOL_MINTS("Requests that a pool could serve, by pool and result: `hit`, or `miss` if it had no token"),
    POOL_REFILLS("Mints for a pool, by pool and outcome"),
    POOL_DROPPED("Unused tokens that became too old or fit no request any more, by pool");

    private final String description;

    Metric(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }

    /** In Micrometer's spelling: {@code ephemint.mints.in.flight}. */
    String meter() {
        return "ephemint." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
