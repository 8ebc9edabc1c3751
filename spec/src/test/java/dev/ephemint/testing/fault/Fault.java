package dev.ephemint.testing.fault;

/** What happens to the bytes of one direction of a connection, after the first ones. */
public enum Fault {
    /** They are passed on. */
    PASS,
    /** They wait until {@link FaultProxy#release}. */
    HOLD,
    /** They are read and dropped, and so is the end: a black hole. */
    SWALLOW,
    /** The connection ends as if all were sent. */
    CLOSE,
    /** The connection is reset. */
    RESET
}
