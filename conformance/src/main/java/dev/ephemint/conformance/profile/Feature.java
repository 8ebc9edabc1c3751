package dev.ephemint.conformance.profile;

import java.util.Locale;

/** What a gateway may do beyond passing a mint on. */
public enum Feature {
    /** Refuses a request that the contract does not allow, before it reaches the vendor. */
    VALIDATES,
    /** Serves both shapes, regardless of which one the vendor has. */
    TRANSLATES,
    /** Its responses say how to connect ({@code connect}). */
    CONNECT,
    /** The sockets that {@code connect} names can be reached by the kit. */
    SOCKETS,
    /** Mints without a block that the vendor fails on, and sends it as the first event. */
    DEFERS,
    /** Returns a token of its own in place of the vendor's. */
    OWN_TOKEN,
    /** States a lifetime to the vendor if the request names none. */
    STATES_LIFETIME,
    /** Mints only for callers that it knows by a bearer token, which the profile's headers have. */
    CHECKS_CALLERS,
    /** Mints at most once for an idempotency key, and rejects it with another body. */
    IDEMPOTENCY_KEYS,
    /** Limits how often it mints for an end user ({@code OpenAI-Safety-Identifier}). */
    LIMITS_END_USERS,
    /** Cannot mint at the moment, because its operator has seen to that. */
    UNAVAILABLE,
    /** Each failure is an OpenAI error envelope. */
    ERROR_ENVELOPE,
    /** Errors have the codes, members and sentences of Ephemint's contract. */
    EPHEMINT_ERRORS;

    /** As a profile writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
