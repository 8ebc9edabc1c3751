package dev.ephemint.conformance.tape;

/** How near to the wire a tape is. */
public enum TapeEvidence {
    /** The vendor's own bytes, kept by a machine or pasted whole. */
    RECORDED,
    /** Reported by a witness; parts may be missing or reconstructed. */
    REPORTED,
    /** The vendor's own example. */
    DOCUMENTED
}
