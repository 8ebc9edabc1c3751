package dev.ephemint.server.sealed;

/** Why a sealed token was refused. */
public enum SealRefusal {
    /** Sealed with a key that this service does not have: removed, or of another deployment. */
    UNKNOWN_KEY,
    /** Forged, changed or shortened. */
    INVALID,
    EXPIRED,
    /** Used before. */
    USED,
    /** Shown from another origin than the one it is bound to. */
    ORIGIN,
    /** At an operation that it is not for, or a call without a sealed token. */
    ENDPOINT,
    /** With members, or a safety identifier: its session is fixed. */
    REQUEST,
    /** Tokens of its caller's policy are not sealed any more. */
    POLICY,
    /** The store that knows which were used is away. */
    STORE_AWAY
}
