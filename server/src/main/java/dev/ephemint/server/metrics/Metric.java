package dev.ephemint.server.metrics;

import java.util.Locale;

/** Every metric of the service's own, by which dashboards and alerts are checked. Times are in seconds. */
public enum Metric {
    MINTS("Mints, by caller, upstream, dialect and outcome"),
    MINT_DURATION("Time of a mint, the vendor's included"),
    MINT_OWN_DURATION("Time of a mint without the calls to the vendor"),
    MINTS_IN_FLIGHT("Mints in progress"),
    VENDOR_DURATION(
            "Time of a call to the vendor, by upstream, dialect, purpose (`mint`, `call`, `hangup`) and status; the status is"
                    + " `none` if no response came"),
    REQUESTS_IN_FLIGHT("Requests that are handled, health checks excluded"),
    REQUESTS_LIMIT("Requests that are handled at once, at most"),
    REQUESTS_REJECTED("Requests that were rejected at once, because every place was taken"),
    CONNECTIONS_OPEN("Connections of callers that are open"),
    CONNECTIONS_LIMIT("Connections of callers that are open at once, at most"),
    CONNECTIONS_REPLACED("Connections that were closed for a new one, because there were too many"),
    TLS_EXPIRY_TIMESTAMP("When the certificate in use expires, as Unix time"),
    TLS_RELOADS(
            "Changes of the certificate's files; the outcome is `ok`, or `failed` if the last certificate stays in use"),
    ADMISSIONS("Decisions about limits; the store is `shared`, `local` while Redis is away, `memory` or `none`"),
    LIMITS("Mints that met a limit, by caller and limit"),
    POOL_TOKENS("Unused tokens, by pool"),
    POOL_MINTS("Requests that a pool could serve, by pool and result: `hit`, or `miss` if it had no token"),
    POOL_REFILLS("Mints for a pool, by pool and outcome"),
    POOL_DROPPED("Unused tokens that became too old or fit no request any more, by pool"),
    SEALS("Tokens that were sealed"),
    SEAL_EXCHANGES("Requests with a sealed token, by result: `exchanged`, `called` for a WebRTC call, or why not"),
    CALLS("WebRTC calls that the service opened, and requests to end one, by result"),
    FALLBACKS("Mints that an upstream could not make, after which the next one was asked"),
    BREAKER_OPEN("Whether the circuit breaker keeps calls away from an upstream: 1 or 0"),
    VENDOR_CONNECTIONS("Connections to an upstream that are in use"),
    CREDENTIAL_RELOADS("How often the key file of an upstream was read again; `failed` if the last key stayed in use");

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
