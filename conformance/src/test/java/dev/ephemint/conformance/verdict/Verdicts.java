package dev.ephemint.conformance.verdict;

import dev.ephemint.conformance.catalog.Checks;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.check.Position;
import dev.ephemint.conformance.gateway.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the kit says about a target.
 *
 * @param passed ids of checks
 * @param others one line for each check that applies and did not pass
 * @param failed ids of the requirements that a check found violated
 * @param facts compared in checks that passed
 */
public record Verdicts(List<String> passed, List<String> others, Set<String> failed, int facts) {

    /** Without the cells of the matrix, which have their own test. */
    public static Verdicts of(Target target) {
        return of(target, check -> !check.id().startsWith("matrix/"));
    }

    /** Of the checks that apply, are selected, and need no vendor unless the target has one. */
    public static Verdicts of(Target target, Predicate<Check> selected) {
        Verdicts verdicts = new Verdicts(new ArrayList<>(), new ArrayList<>(), new TreeSet<>(), 0);
        int facts = 0;
        for (Check check : Checks.all()) {
            boolean possible = target.vendor().isPresent() || check.position() == Position.FRONT;
            if (possible
                    && selected.test(check)
                    && check.notApplicable(target.profile()).isEmpty()) {
                facts += verdicts.add(check, check.run(target));
            }
        }
        return new Verdicts(verdicts.passed, verdicts.others, verdicts.failed, facts);
    }

    private int add(Check check, Outcome outcome) {
        if (outcome instanceof Outcome.Passed good) {
            passed.add(check.id());
            return good.facts();
        }
        others.add(check.id() + " " + check.requirement() + " " + outcome);
        if (outcome instanceof Outcome.Failed) {
            failed.add(check.requirement());
        }
        return 0;
    }
}
