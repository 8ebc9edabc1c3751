package dev.ephemint.server.admission;

import dev.ephemint.server.mint.Deadline;

/** Decides whether a mint may run now. One call is one atomic step. */
public interface Admission {

    /**
     * Counts the claim against all its limits, or against none of them.
     *
     * @throws StoreAwayException if the decision could not be obtained in time; the claim may have been counted
     */
    Decision admit(Claim claim, Deadline deadline);

    /**
     * Reports the end of an admitted mint: its token counts until it expires, or no longer.
     *
     * @throws StoreAwayException if the report may not have arrived; the token then counts for the claim's hold
     */
    void settle(Claim claim, Settlement settlement, Deadline deadline);
}
