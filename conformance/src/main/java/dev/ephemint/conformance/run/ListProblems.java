package dev.ephemint.conformance.run;

import dev.ephemint.conformance.known.KnownFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds entries of the list of known failures that no longer hold. */
final class ListProblems {
    private ListProblems() {}

    static List<ListProblem> of(RunPlan plan, List<CheckResult> results) {
        List<ListProblem> problems = new ArrayList<>();
        List<KnownFailure> unmatched = plan.known().unmatched(plan.ids());
        for (KnownFailure entry : plan.known().entries()) {
            if (unmatched.contains(entry)) {
                problems.add(problem(ListProblem.Kind.UNMATCHED, entry, "selects no check; remove it"));
            }
            if (entry.isExpired(plan.today())) {
                problems.add(problem(
                        ListProblem.Kind.EXPIRED, entry, "expired after " + entry.expires() + "; fix it or renew it"));
            }
            passing(entry, results)
                    .ifPresent(check -> problems.add(
                            problem(ListProblem.Kind.STALE, entry, check + " passes; remove or narrow the entry")));
        }
        return problems;
    }

    private static Optional<String> passing(KnownFailure entry, List<CheckResult> results) {
        return results.stream()
                .filter(result -> !entry.flaky())
                .filter(result -> result.verdict() == Verdict.PASSED)
                .map(CheckResult::id)
                .filter(entry.pattern()::matches)
                .findFirst();
    }

    private static ListProblem problem(ListProblem.Kind kind, KnownFailure entry, String what) {
        return new ListProblem(kind, entry, entry.pattern().text() + ": " + what);
    }
}
