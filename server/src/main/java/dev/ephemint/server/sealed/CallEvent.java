package dev.ephemint.server.sealed;

/** What became of a call. */
public enum CallEvent {
    /** The vendor opened it. */
    OPENED,
    /** The vendor opened it, but it cannot be ended here: the vendor named no id, or the store of the limits is away. */
    NOT_KEPT,
    /** Its caller ended it. */
    HUNG_UP,
    /** The vendor did not end it. */
    HANGUP_FAILED,
    /** A caller asked to end a call that none of its sealed tokens is known to have opened. */
    UNKNOWN
}
