package dev.ephemint.conformance.run;

/** Follows a run while it is under way. */
@FunctionalInterface
public interface RunListener {
    /** @param done how many of {@code total} have a verdict, this one included */
    void onResult(CheckResult result, int done, int total);

    /** Whether no further check is to be run. */
    default boolean isCancelled() {
        return false;
    }
}
