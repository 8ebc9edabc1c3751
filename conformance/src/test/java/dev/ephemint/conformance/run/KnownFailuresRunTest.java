package dev.ephemint.conformance.run;

import static dev.ephemint.conformance.run.EngineRuns.TODAY;
import static dev.ephemint.conformance.run.EngineRuns.known;
import static dev.ephemint.conformance.run.EngineRuns.plan;
import static dev.ephemint.conformance.run.EngineRuns.problems;
import static dev.ephemint.conformance.run.EngineRuns.run;
import static dev.ephemint.conformance.run.EngineRuns.verdicts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.conformance.known.KnownFailure;
import dev.ephemint.conformance.known.KnownFailures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run with a list of known failures. */
final class KnownFailuresRunTest {

    @Test
    void reportsAListedFailureAsKnown() {
        RunResult run = run(plan(known("a/2", false, TODAY), FakeCheck.passing("a/1"), FakeCheck.failing("a/2")), 200);

        assertThat(verdicts(run)).containsExactly(Verdict.PASSED, Verdict.KNOWN);
        assertThat(run.conclusion()).isEqualTo(Conclusion.PASSED);
    }

    @Test
    void failsIfAListedFailurePasses() {
        RunResult run = run(plan(known("a/*", false, TODAY), FakeCheck.passing("a/1")), 200);

        assertThat(problems(run)).containsExactly(ListProblem.Kind.STALE);
        assertThat(run.conclusion()).isEqualTo(Conclusion.FAILED);
    }

    @Test
    void failsIfAnEntryHasExpired() {
        RunResult run = run(
                plan(known("a/2", false, TODAY.minusDays(1)), FakeCheck.passing("a/1"), FakeCheck.failing("a/2")), 200);

        assertThat(verdicts(run)).containsExactly(Verdict.PASSED, Verdict.FAILED);
        assertThat(problems(run)).containsExactly(ListProblem.Kind.EXPIRED);
    }

    @Test
    void failsIfAnEntryMatchesNoCheck() {
        RunResult run = run(plan(known("b/**", false, TODAY), FakeCheck.passing("a/1")), 200);

        assertThat(problems(run)).containsExactly(ListProblem.Kind.UNMATCHED);
        assertThat(run.conclusion()).isEqualTo(Conclusion.FAILED);
    }

    @Test
    void reportsAListedFlakyCheckThatFailsAndAcceptsThatItPasses() {
        KnownFailures flaky = known("a/*", true, TODAY);

        RunResult run = run(plan(flaky, FakeCheck.passing("a/1"), FakeCheck.failing("a/2")), 200);

        assertThat(verdicts(run)).containsExactly(Verdict.PASSED, Verdict.FLAKY);
        assertThat(run.conclusion()).isEqualTo(Conclusion.PASSED);
    }

    @Test
    void rejectsTwoEntriesForOneCheck() {
        List<KnownFailure> twice = new ArrayList<>(known("a/*", true, TODAY).entries());
        twice.addAll(known("*/1", false, TODAY).entries());

        assertThatThrownBy(() -> plan(new KnownFailures(twice), FakeCheck.passing("a/1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a/* and */1 select the same check: a/1");
    }
}
