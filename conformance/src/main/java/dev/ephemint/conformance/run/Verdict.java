package dev.ephemint.conformance.run;

import java.util.Locale;

/** What a run says about one check. */
public enum Verdict {
    PASSED,
    FAILED,
    /** Failed, as the list of known failures says. */
    KNOWN,
    /** Failed, and is listed as one that may. */
    FLAKY,
    /** The check ran, or could not start, and shows nothing about the target. */
    NOT_PROVEN,
    /** The profile excludes the check. */
    NOT_APPLICABLE,
    /** Not selected, or not possible in this run. */
    NOT_RUN;

    /** As reports write it: {@code not proven}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** As the JSON report writes it: {@code not-proven}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
