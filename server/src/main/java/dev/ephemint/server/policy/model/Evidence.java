package dev.ephemint.server.policy.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a fact comes from.
 *
 * @param source who said or showed it; stands after "by" in a message
 * @param date the day, month or year of the source; null only in an operator's own file
 * @param grade how good it is; null only in an operator's own file
 */
public record Evidence(
        String source, @Nullable String date, @Nullable Grade grade) {

    /** How good a source is, best first. */
    public enum Grade {
        /** Recorded traffic, or frames quoted whole. */
        REC,
        /** An account of live behaviour by those who saw it. */
        RPT,
        /** A document of the vendor or of an official SDK. */
        DOC,
        /** Inferred. */
        INF
    }
}
