package dev.ephemint.conformance.report;

import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.known.KnownFailures;
import dev.ephemint.conformance.run.Engine;
import dev.ephemint.conformance.run.FakeCheck;
import dev.ephemint.conformance.run.FakeGateway;
import dev.ephemint.conformance.run.RunPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** A run with many failures. */
final class LargeRun {
    private LargeRun() {}

    static Report report(int failures) {
        List<Check> checks = IntStream.range(0, failures)
                .<Check>mapToObj(i -> FakeCheck.of(
                        "large/group/" + i, target -> new Outcome.Failed(List.of("/session: expected " + i))))
                .toList();
        RunPlan plan = new RunPlan(checks, List.of(), List.of(), KnownFailures.NONE, LocalDate.of(2026, 11, 26), 0);
        try (FakeGateway gateway = FakeGateway.responding(200)) {
            return Report.of(
                    Engine.run(plan, gateway.target(), (result, done, total) -> {}), List.of(), "1.0", "profile.yaml");
        }
    }
}
