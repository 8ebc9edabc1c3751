package dev.ephemint.conformance.run;

import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.CheckPattern;
import dev.ephemint.conformance.check.SelfCheck;
import dev.ephemint.conformance.known.KnownFailures;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What to run.
 *
 * @param checks in the order in which they run
 * @param selfChecks run first
 * @param only selects the checks; all if it is empty
 * @param maxFailures ends the run after this many failures; 0 for no limit
 */
public record RunPlan(
        List<Check> checks,
        List<SelfCheck> selfChecks,
        List<CheckPattern> only,
        KnownFailures known,
        LocalDate today,
        int maxFailures) {

    public RunPlan {
        checks = List.copyOf(checks);
        selfChecks = List.copyOf(selfChecks);
        only = List.copyOf(only);
        Set<String> ids = new HashSet<>();
        checks.stream().map(Check::id).filter(id -> !ids.add(id)).findFirst().ifPresent(id -> {
            throw new IllegalStateException("two checks have the id " + id);
        });
        known.requireDistinct(checks.stream().map(Check::id).toList());
        for (CheckPattern pattern : only) {
            if (ids.stream().noneMatch(pattern::matches)) {
                throw new IllegalArgumentException("--only " + pattern.text() + ": selects no check");
            }
        }
    }

    boolean selects(Check check) {
        return only.isEmpty() || only.stream().anyMatch(pattern -> pattern.matches(check.id()));
    }

    List<String> ids() {
        return checks.stream().map(Check::id).toList();
    }
}
