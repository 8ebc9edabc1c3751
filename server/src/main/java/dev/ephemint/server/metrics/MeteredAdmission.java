package dev.ephemint.server.metrics;

import dev.ephemint.server.admission.Admission;
import dev.ephemint.server.admission.Claim;
import dev.ephemint.server.admission.Decision;
import dev.ephemint.server.admission.Settlement;
import dev.ephemint.server.admission.StoreAwayException;
import dev.ephemint.server.mint.Deadline;
import io.micrometer.core.instrument.Tags;

/** Counts decisions; those without the shared store stand apart. */
public record MeteredAdmission(Admission next, Meters meters) implements Admission {

    private static final String NONE = "none";

    @Override
    public Decision admit(Claim claim, Deadline deadline) {
        try {
            Decision decision = next.admit(claim, deadline);
            count(
                    decision.word(),
                    decision.admittedBy().map(Decision.Mode::toString).orElse(NONE));
            return decision;
        } catch (StoreAwayException away) {
            count("store_away", NONE);
            throw away;
        }
    }

    @Override
    public void settle(Claim claim, Settlement settlement, Deadline deadline) {
        next.settle(claim, settlement, deadline);
    }

    private void count(String decision, String store) {
        meters.count(Metric.ADMISSIONS, Tags.of("decision", decision, "store", store));
    }
}
