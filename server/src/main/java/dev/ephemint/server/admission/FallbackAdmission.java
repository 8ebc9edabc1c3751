package dev.ephemint.server.admission;

import dev.ephemint.server.admission.Decision.Admitted;
import dev.ephemint.server.admission.Decision.Mode;
import dev.ephemint.server.mint.Deadline;
import java.time.Clock;

/**
 * The shared store; while it is away, this replica's part of the limits. This replica counts in memory what the shared store
 * admits, so its part is not full again when the store goes away.
 */
public final class FallbackAdmission implements Admission {

    private final Admission shared;
    private final int replicas;
    private final MemoryAdmission local;

    /** @param replicas how many share the limits; each gets the same part, rounded down */
    public FallbackAdmission(Admission shared, int replicas, Clock clock) {
        this.shared = shared;
        this.replicas = replicas;
        this.local = new MemoryAdmission(clock, Mode.LOCAL);
    }

    @Override
    public Decision admit(Claim claim, Deadline deadline) {
        try {
            Decision decision = shared.admit(claim, deadline);
            if (decision instanceof Admitted) {
                local.note(claim);
            }
            return decision;
        } catch (StoreAwayException away) {
            return local.admit(claim.dividedBy(replicas), deadline);
        }
    }

    /** In both stores: a token that was minted while the shared one was away counts there from now on, too. */
    @Override
    public void settle(Claim claim, Settlement settlement, Deadline deadline) {
        local.settle(claim, settlement, deadline);
        shared.settle(claim, settlement, deadline);
    }
}
