package dev.ephemint.conformance.requirement;

/**
 * Why a requirement holds.
 *
 * @param source a tape ({@code openai/documented-create}), or a document of a vendor or a standard, by its address
 * @param date day on which the source was recorded or read, {@code 2026-11-25}
 * @param grade how near to the wire the source is
 */
public record Evidence(String source, String date, Grade grade) {

    /** From the nearest to the wire to the furthest. */
    public enum Grade {
        /** The vendor's own bytes. */
        RECORDED,
        /** What a witness reports. */
        REPORTED,
        /** What a vendor or a standard documents. */
        DOCUMENTED,
        /** What this project decided where vendors differ or say nothing. */
        RULED
    }
}
