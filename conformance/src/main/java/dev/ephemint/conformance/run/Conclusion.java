package dev.ephemint.conformance.run;

import java.util.Locale;

/** What a run says about the target as a whole. */
public enum Conclusion {
    PASSED,
    FAILED,
    /** Something that applies was not proven, or nothing was verified at all. */
    NOT_PROVEN,
    /** The kit missed a fault that it planted, so its verdicts cannot be relied on. */
    VOID;

    /** As reports write it: {@code not proven}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** As the JSON report writes it: {@code not-proven}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
