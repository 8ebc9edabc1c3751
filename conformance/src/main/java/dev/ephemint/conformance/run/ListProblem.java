package dev.ephemint.conformance.run;

import dev.ephemint.conformance.known.KnownFailure;
import java.util.Locale;

/**
 * What is wrong with an entry of the list of known failures; it fails the run.
 *
 * @param text one sentence, with what to do
 */
public record ListProblem(Kind kind, KnownFailure entry, String text) {

    /** What is wrong. */
    public enum Kind {
        /** A check that it selects passes. */
        STALE,
        EXPIRED,
        /** It selects no check. */
        UNMATCHED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
