package dev.ephemint.server.admission;

/** What counts against one limit. All times are Unix milliseconds, all waits milliseconds. */
interface Counter {

    /** How much counts now; what counts no longer is removed. */
    long used(long now);

    void add(Claim claim, long now);

    /** How long until fewer than {@code max} count. */
    long wait(long max, Claim claim, long now);

    /** How long until more is left than now. */
    long reset(long max, Claim claim, long now);
}
