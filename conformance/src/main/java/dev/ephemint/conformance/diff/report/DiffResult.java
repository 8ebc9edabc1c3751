package dev.ephemint.conformance.diff.report;

import dev.ephemint.conformance.diff.change.ChangeClass;
import dev.ephemint.conformance.diff.consequence.Impact;
import java.util.Comparator;
import java.util.List;

/**
 * What a diff found.
 *
 * @param before name of the old document
 * @param after name of the new document
 * @param impacts the changes, the most severe first
 */
public record DiffResult(String before, String after, List<Impact> impacts) {
    public DiffResult {
        impacts = impacts.stream()
                .sorted(Comparator.comparing((Impact impact) -> impact.change().worst())
                        .reversed())
                .toList();
    }

    long count(ChangeClass found) {
        return impacts.stream()
                .filter(impact -> impact.change().worst() == found)
                .count();
    }

    /** Whether some change is of this class or a worse one. */
    public boolean reaches(ChangeClass limit) {
        return impacts.stream().anyMatch(impact -> impact.change().worst().compareTo(limit) >= 0);
    }

    String summary() {
        return count(ChangeClass.BREAKING) + " breaking, " + count(ChangeClass.REGENERATION)
                + " for regenerated clients, " + count(ChangeClass.COMPATIBLE) + " compatible, "
                + count(ChangeClass.DOCUMENT) + " in text";
    }
}
