package dev.ephemint.conformance.tape;

/** How near to the wire a tape is. */
public enum TapeEvidence {
    /** The vendor's own bytes, kept by a machine or pasted whole. */
    RECORDED,
    /** Told by somebody who saw it; parts may be missing or rebuilt from the telling. */
    REPORTED,
    /** The vendor's own example. */
    DOCUMENTED
}
