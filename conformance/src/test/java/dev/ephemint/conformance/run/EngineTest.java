package dev.ephemint.conformance.run;

import static dev.ephemint.conformance.run.EngineRuns.TODAY;
import static dev.ephemint.conformance.run.EngineRuns.plan;
import static dev.ephemint.conformance.run.EngineRuns.reason;
import static dev.ephemint.conformance.run.EngineRuns.run;
import static dev.ephemint.conformance.run.EngineRuns.verdicts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.CheckPattern;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.check.SelfCheck;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.known.KnownFailures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class EngineTest {

    @Test
    void passesIfEachCheckPasses() {
        RunResult run = run(plan(FakeCheck.passing("a/1"), FakeCheck.passing("a/2")), 200);

        assertThat(verdicts(run)).containsExactly(Verdict.PASSED, Verdict.PASSED);
        assertThat(run.conclusion()).isEqualTo(Conclusion.PASSED);
        assertThat(run.facts()).isEqualTo(2);
    }

    @Test
    void failsIfOneCheckFailsAndKeepsItsExchange() {
        RunResult run = run(plan(FakeCheck.passing("a/1"), FakeCheck.failing("a/2")), 200);

        assertThat(verdicts(run)).containsExactly(Verdict.PASSED, Verdict.FAILED);
        assertThat(run.conclusion()).isEqualTo(Conclusion.FAILED);
        assertThat(run.checks().get(0).exchanges()).isEmpty();
        assertThat(run.checks().get(1).exchanges()).singleElement().satisfies(exchange -> {
            assertThat(exchange.request().target()).isEqualTo("/v1/realtime/client_secrets");
            assertThat(exchange.response()).map(Message::body).contains("{}");
        });
    }

    @Test
    void doesNotRunWhatTheProfileExcludes() {
        RunResult run = run(plan(FakeCheck.failing("a/1").excluded("no flat shape"), FakeCheck.passing("a/2")), 200);

        assertThat(verdicts(run)).containsExactly(Verdict.NOT_APPLICABLE, Verdict.PASSED);
        assertThat(reason(run)).isEqualTo("no flat shape");
    }

    @Test
    void doesNotRunWhatIsNotSelected() {
        RunPlan plan = new RunPlan(
                List.of(FakeCheck.failing("a/1"), FakeCheck.passing("b/1")),
                List.of(),
                List.of(new CheckPattern("b/*")),
                KnownFailures.NONE,
                TODAY,
                0);

        assertThat(verdicts(run(plan, 200))).containsExactly(Verdict.NOT_RUN, Verdict.PASSED);
    }

    @Test
    void rejectsAPatternThatSelectsNothing() {
        List<CheckPattern> only = List.of(new CheckPattern("b/*"));

        assertThatThrownBy(() ->
                        new RunPlan(List.of(FakeCheck.passing("a/1")), List.of(), only, KnownFailures.NONE, TODAY, 0))
                .hasMessage("--only b/*: selects no check");
    }

    @Test
    void endsAfterTheGivenNumberOfFailures() {
        List<Check> checks = List.of(
                FakeCheck.failing("a/1"), FakeCheck.passing("a/2"), FakeCheck.failing("a/3"), FakeCheck.failing("a/4"));
        RunPlan plan = new RunPlan(checks, List.of(), List.of(), KnownFailures.NONE, TODAY, 2);

        assertThat(verdicts(run(plan, 200)))
                .containsExactly(Verdict.FAILED, Verdict.PASSED, Verdict.FAILED, Verdict.NOT_RUN);
    }

    @Test
    void isVoidIfTheKitMissesAPlantedFault() {
        RunPlan plan = new RunPlan(
                List.of(FakeCheck.passing("a/1")),
                List.of(new SelfCheck("drops nulls", () -> true), new SelfCheck("rounds numbers", () -> false)),
                List.of(),
                KnownFailures.NONE,
                TODAY,
                0);

        RunResult run = run(plan, 200);

        assertThat(run.conclusion()).isEqualTo(Conclusion.VOID);
        assertThat(run.missed()).containsExactly("rounds numbers");
        assertThat(verdicts(run)).containsExactly(Verdict.NOT_RUN);
    }

    @Test
    void doesNotRunInFrontOnlyWhatNeedsBothSides() {
        RunResult run = run(plan(FakeCheck.passing("a/1").onBothSides()), 200);

        assertThat(verdicts(run)).containsExactly(Verdict.NOT_RUN);
        assertThat(run.conclusion()).isEqualTo(Conclusion.NOT_PROVEN);
    }

    @Test
    void provesNothingIfACheckBreaksOff() {
        RunResult run = run(
                plan(FakeCheck.of("a/1", target -> {
                    throw new IllegalStateException("broken");
                })),
                200);

        assertThat(verdicts(run)).containsExactly(Verdict.NOT_PROVEN);
        assertThat(reason(run)).isEqualTo("the check itself broke off: java.lang.IllegalStateException: broken");
    }

    @Test
    void acceptsThatACheckProvesNothing() {
        RunResult run = run(plan(FakeCheck.of("a/1", target -> new Outcome.NotProven("no socket"))), 200);

        assertThat(verdicts(run)).containsExactly(Verdict.NOT_PROVEN);
        assertThat(reason(run)).isEqualTo("no socket");
    }

    @Test
    void reportsEachResultToTheListener() {
        List<String> reported = new ArrayList<>();
        try (FakeGateway gateway = FakeGateway.responding(200)) {
            Engine.run(
                    plan(FakeCheck.passing("a/1"), FakeCheck.failing("a/2")),
                    gateway.target(),
                    (result, done, total) ->
                            reported.add(result.id() + " " + result.verdict() + " " + done + "/" + total));
        }

        assertThat(reported).containsExactly("a/1 PASSED 1/2", "a/2 FAILED 2/2");
    }

    @Test
    void rejectsTwoChecksWithOneId() {
        assertThatThrownBy(() -> plan(FakeCheck.passing("a/1"), FakeCheck.failing("a/1")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void interruptedCheckMakesNoFurtherCall() {
        AtomicBoolean cancelled = new AtomicBoolean();
        RunListener listener = new RunListener() {
            @Override
            public void onResult(CheckResult result, int done, int total) {}

            @Override
            public boolean isCancelled() {
                return cancelled.get();
            }
        };
        try (FakeGateway gateway = FakeGateway.responding(200)) {
            Check check = FakeCheck.of("a/1", target -> {
                cancelled.set(true);
                return FakeCheck.passing("").body().apply(target);
            });

            RunResult run = Engine.run(plan(check), gateway.target(), listener);

            assertThat(verdicts(run)).containsExactly(Verdict.NOT_PROVEN);
            assertThat(reason(run)).isEqualTo("the run was interrupted");
            assertThat(gateway.server().requests()).extracting(Message::method).containsExactly("GET");
        }
    }

    @Test
    void provesNothingAfterAnInterruption() {
        RunListener interrupted = new RunListener() {
            private boolean cancelled;

            @Override
            public void onResult(CheckResult result, int done, int total) {
                cancelled = true;
            }

            @Override
            public boolean isCancelled() {
                return cancelled;
            }
        };
        try (FakeGateway gateway = FakeGateway.responding(200)) {
            RunResult run = Engine.run(
                    plan(FakeCheck.passing("a/1"), FakeCheck.passing("a/2"), FakeCheck.passing("a/3")),
                    gateway.target(),
                    interrupted);

            assertThat(verdicts(run)).containsExactly(Verdict.PASSED, Verdict.NOT_PROVEN, Verdict.NOT_PROVEN);
            assertThat(run.checks().get(1).reason()).contains("the run was interrupted");
            assertThat(run.conclusion()).isEqualTo(Conclusion.NOT_PROVEN);
        }
    }
}
