package dev.ephemint.conformance.scenario;

/** What a vendor may do instead of answering. */
public enum Fault {
    /** Nobody listens. */
    REFUSE,
    /** The connection is reset once the request was read. */
    RESET,
    /** No answer at all. */
    HANG,
    /** Half an answer, and silence. */
    STALL,
    /** Half an answer, and the end of the connection. */
    TRUNCATE,
    /** An answer of 32 MiB. */
    OVERSIZE
}
