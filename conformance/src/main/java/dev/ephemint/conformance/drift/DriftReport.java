package dev.ephemint.conformance.drift;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All differences between two sets of recordings.
 *
 * @param compared how many pairs of exchanges were compared
 */
public record DriftReport(int compared, List<DriftFinding> findings, List<NotCompared> notCompared) {
    public DriftReport {
        findings = List.copyOf(findings);
        notCompared = List.copyOf(notCompared);
    }

    /** The highest tier, empty if nothing differs. */
    public Optional<DriftTier> tier() {
        return findings.stream().map(DriftFinding::tier).max(Comparator.naturalOrder());
    }

    public long count(DriftTier tier) {
        return findings.stream().filter(finding -> finding.tier() == tier).count();
    }
}
