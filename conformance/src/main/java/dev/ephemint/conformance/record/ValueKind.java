package dev.ephemint.conformance.record;

import java.util.Locale;

/** What a value is about, which decides how a tape shows it and how two tapes compare it. */
public enum ValueKind {
    /** A fact: kept. */
    PLAIN,
    /** A point in time: kept, and another one with every request. */
    TIME,
    /** Names an object of the account. */
    ID,
    /** Names the account or a person. */
    ACCOUNT,
    /** A client secret or another credential that the vendor issued. */
    TOKEN,
    /** The caller's own credential. */
    KEY,
    EMAIL,
    HOST;

    static ValueKind of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
