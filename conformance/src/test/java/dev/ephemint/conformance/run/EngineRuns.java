package dev.ephemint.conformance.run;

import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.CheckPattern;
import dev.ephemint.conformance.known.KnownFailure;
import dev.ephemint.conformance.known.KnownFailures;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Runs of the engine, and what the tests of it read from them. */
final class EngineRuns {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    static final RunListener SILENT = (result, done, total) -> {};

    static RunPlan plan(KnownFailures known, Check... checks) {
        return new RunPlan(List.of(checks), List.of(), List.of(), known, TODAY, 0);
    }

    static RunPlan plan(Check... checks) {
        return plan(KnownFailures.NONE, checks);
    }

    static KnownFailures known(String pattern, boolean flaky, LocalDate expires) {
        return new KnownFailures(List.of(new KnownFailure(
                new CheckPattern(pattern), flaky, "an issue", Optional.empty(), TODAY.minusMonths(1), expires)));
    }

    static RunResult run(RunPlan plan, int status) {
        try (FakeGateway gateway = FakeGateway.responding(status)) {
            return Engine.run(plan, gateway.target(), SILENT);
        }
    }

    static List<Verdict> verdicts(RunResult run) {
        return run.checks().stream().map(CheckResult::verdict).toList();
    }

    static List<ListProblem.Kind> problems(RunResult run) {
        return run.listProblems().stream().map(ListProblem::kind).toList();
    }

    static String reason(RunResult run) {
        return run.checks().get(0).reason().orElseThrow();
    }

    private EngineRuns() {}
}
