package dev.ephemint.conformance.diff.gate;

import dev.ephemint.conformance.diff.change.Change;
import dev.ephemint.conformance.diff.change.ChangeClass;
import dev.ephemint.conformance.diff.change.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decides whether a contract may stand: a change needs a higher version, a breaking one a version that says so and an entry
 * in the changelog, unless it is approved.
 */
public final class ReleaseGate {
    private final Changelog changelog;
    private final Approvals approvals;
    private final LocalDate today;

    public ReleaseGate(Changelog changelog, Approvals approvals, LocalDate today) {
        this.changelog = changelog;
        this.approvals = approvals;
        this.today = today;
    }

    /** One line per problem; empty if the contract may stand. */
    public List<String> problems(List<Change> changes, String released, String current) {
        List<String> problems = new ArrayList<>(approvals.problems(changes, today));
        List<Change> counted = changes.stream()
                .filter(change -> !approvals.approve(change, today))
                .toList();
        ContractVersion old = ContractVersion.of(released);
        ContractVersion now = ContractVersion.of(current);
        counted.stream().map(Change::worst).max(Comparator.naturalOrder()).ifPresent(worst -> {
            ContractVersion lowest = old.next(worst);
            if (now.compareTo(lowest) < 0) {
                problems.add("info.version: must be at least " + lowest + " after " + released + ", got " + current
                        + "; " + reason(counted, worst));
            } else if (!changelog.has(current)) {
                problems.add("CHANGELOG.md: has no section ## " + current);
            }
        });
        counted.stream()
                .filter(Change::isBreaking)
                .filter(change -> !changelog.names(current, change))
                .forEach(change -> problems.add("CHANGELOG.md: needs an entry under ## " + current
                        + " for a breaking change: - [Breaking] `" + Subject.of(change) + "`: " + change.says() + " ("
                        + change.fingerprint() + ", " + where(change) + ")"));
        return problems;
    }

    private static String reason(List<Change> changes, ChangeClass worst) {
        Change first = changes.stream()
                .filter(change -> change.worst() == worst)
                .findFirst()
                .orElseThrow();
        long more = changes.stream().filter(change -> change.worst() == worst).count() - 1;
        return first.rules().get(0) + " at " + where(first) + (more > 0 ? " and " + more + " more" : "") + " ("
                + worst.id() + ")";
    }

    private static String where(Change change) {
        return change.line().map(Object::toString).orElse(change.place());
    }
}
