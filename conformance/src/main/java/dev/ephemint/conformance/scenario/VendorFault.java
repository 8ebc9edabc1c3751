package dev.ephemint.conformance.scenario;

/** A failure of the vendor, instead of its response or in the middle of it. */
public enum VendorFault {
    /** Connections are refused. */
    REFUSE,
    /** The connection is reset after the request was read. */
    RESET,
    /** No response. */
    HANG,
    /** Half a response, then nothing. */
    STALL,
    /** Half a response, then the connection is closed. */
    TRUNCATE,
    /** A response of 32 MiB. */
    OVERSIZE
}
