package dev.ephemint.server.sealed;

/** Why a sealed token was not exchanged. */
public enum SealRefusal {
    /** Sealed with a key that this service does not have: removed, or of another deployment. */
    UNKNOWN_KEY,
    /** Forged, changed or shortened. */
    INVALID,
    EXPIRED,
    /** Exchanged before. */
    USED,
    /** Shown from another origin than the one it is bound to. */
    ORIGIN,
    /** At another operation. */
    ENDPOINT,
    /** With members, or a safety identifier: its session is fixed. */
    REQUEST,
    /** Tokens of its caller's policy are not sealed any more. */
    POLICY,
    /** The store that knows which were exchanged is away. */
    STORE_AWAY
}
