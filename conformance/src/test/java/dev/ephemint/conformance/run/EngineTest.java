package dev.ephemint.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.CheckPattern;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.check.SelfCheck;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.known.KnownFailure;
import dev.ephemint.conformance.known.KnownFailures;
import dev.ephemint.conformance.vendor.ReservedPort;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EngineTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final RunListener SILENT = (result, done, total) -> {};

    private static RunPlan plan(KnownFailures known, Check... checks) {
        return new RunPlan(List.of(checks), List.of(), List.of(), known, TODAY, 0);
    }

    private static RunPlan plan(Check... checks) {
        return plan(KnownFailures.NONE, checks);
    }

    private static KnownFailures known(String pattern, boolean flaky, LocalDate expires) {
        return new KnownFailures(List.of(new KnownFailure(
                new CheckPattern(pattern), flaky, "an issue", Optional.empty(), TODAY.minusMonths(1), expires)));
    }

    private static RunResult run(RunPlan plan, int status) {
        try (FakeGateway gateway = FakeGateway.responding(status)) {
            return Engine.run(plan, gateway.target(), SILENT);
        }
    }

    private static List<Verdict> verdicts(RunResult run) {
        return run.checks().stream().map(CheckResult::verdict).toList();
    }

    private static List<ListProblem.Kind> problems(RunResult run) {
        return run.listProblems().stream().map(ListProblem::kind).toList();
    }

    private static String reason(RunResult run) {
        return run.checks().get(0).reason().orElseThrow();
    }

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

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429})
    void provesNothingIfTheGatewayRejectsEachCall(int status) {
        RunResult run = run(plan(FakeCheck.expecting("a/1", status), FakeCheck.passing("a/2")), status);

        assertThat(verdicts(run)).containsExactly(Verdict.NOT_PROVEN, Verdict.NOT_PROVEN);
        assertThat(reason(run)).startsWith("every response was " + status);
        assertThat(run.conclusion()).isEqualTo(Conclusion.NOT_PROVEN);
    }

    @Test
    void judgesARejectionThatComesFromTheVendor() {
        try (ScriptedVendor vendor = ScriptedVendor.start();
                FakeGateway gateway = FakeGateway.reacting((request, socket) -> {
                    if (request.method().equals("POST")) {
                        new MessageSender()
                                .call(
                                        vendor.uri(),
                                        Message.request(request.method(), request.target(), request.body()));
                    }
                    VendorReaction.response(Message.response(401, "{}")).on(request, socket);
                })) {
            Check check = FakeCheck.of("a/1", target -> {
                vendor.script(VendorReaction.response(Message.response(401, "{}")));
                return FakeCheck.expecting("", 401).body().apply(target);
            });

            RunResult run =
                    Engine.run(plan(check), gateway.target(Optional.of(vendor), Duration.ofSeconds(60)), SILENT);

            assertThat(verdicts(run)).containsExactly(Verdict.PASSED);
        }
    }

    @Test
    void provesNothingIfTheTargetIsUnreachable() {
        try (ReservedPort nothing = ReservedPort.open()) {
            RunResult run = Engine.run(
                    plan(FakeCheck.passing("a/1"), FakeCheck.passing("a/2").excluded("other")),
                    FakeGateway.targetAt(nothing.uri()),
                    SILENT);

            assertThat(verdicts(run)).containsExactly(Verdict.NOT_PROVEN, Verdict.NOT_APPLICABLE);
            assertThat(reason(run)).startsWith("the target does not respond: ");
            assertThat(run.conclusion()).isEqualTo(Conclusion.NOT_PROVEN);
        }
    }

    @Test
    void failsIfTheTargetResetsOneCall() {
        try (FakeGateway gateway = FakeGateway.reacting((request, socket) -> {
            if (request.method().equals("GET")) {
                VendorReaction.response(Message.response(404, "")).on(request, socket);
            } else {
                VendorReaction.reset().on(request, socket);
            }
        })) {
            RunResult run = Engine.run(plan(FakeCheck.passing("a/1")), gateway.target(), SILENT);

            assertThat(verdicts(run)).containsExactly(Verdict.FAILED);
            assertThat(run.checks().get(0).differences())
                    .singleElement()
                    .asString()
                    .startsWith("no response: ");
        }
    }

    @Test
    void failsAtTheCheckInWhichTheTargetDiesAndProvesNothingAfterIt() {
        try (FakeGateway gateway = FakeGateway.responding(200)) {
            Check last = FakeCheck.of("a/2", target -> {
                gateway.close();
                return FakeCheck.passing("").body().apply(target);
            });

            RunResult run = Engine.run(
                    plan(FakeCheck.passing("a/1"), last, FakeCheck.passing("a/3")), gateway.target(), SILENT);

            assertThat(verdicts(run)).containsExactly(Verdict.PASSED, Verdict.FAILED, Verdict.NOT_PROVEN);
            assertThat(run.checks().get(2).reason()).contains("the target stopped responding in a/2");
            assertThat(run.conclusion()).isEqualTo(Conclusion.FAILED);
        }
    }

    @Test
    void failsIfTheTargetHangs() {
        try (FakeGateway gateway = FakeGateway.reacting((request, socket) -> {
            if (request.method().equals("GET")) {
                VendorReaction.response(Message.response(404, "")).on(request, socket);
            } else {
                VendorReaction.stall(Message.response(200, "{\"a\": 1}")).on(request, socket);
            }
        })) {
            RunResult run = Engine.run(
                    plan(FakeCheck.passing("a/1")), gateway.target(Optional.empty(), Duration.ofSeconds(5)), SILENT);

            assertThat(run.checks().get(0).differences())
                    .containsExactly("no response: no complete response within 5000 ms");
        }
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
    void provesNothingOnBothSidesIfTheVendorIsNeverCalled() {
        try (ScriptedVendor vendor = ScriptedVendor.start();
                FakeGateway gateway = FakeGateway.responding(200)) {
            RunResult run = Engine.run(
                    plan(FakeCheck.failing("a/1").onBothSides(), FakeCheck.passing("a/2")),
                    gateway.target(Optional.of(vendor), Duration.ofSeconds(60)),
                    SILENT);

            assertThat(verdicts(run)).containsExactly(Verdict.NOT_PROVEN, Verdict.PASSED);
            assertThat(reason(run)).contains("configure it with the vendor's address");
        }
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
    void followsNoRedirect() {
        try (FakeGateway other = FakeGateway.responding(200);
                FakeGateway gateway = FakeGateway.responding(Message.response(307, "")
                        .with("location", other.server().uri().toString()))) {
            RunResult run = Engine.run(plan(FakeCheck.expecting("a/1", 307)), gateway.target(), SILENT);

            assertThat(verdicts(run)).containsExactly(Verdict.PASSED);
            assertThat(other.server().requests()).isEmpty();
        }
    }

    @Test
    void failsOnAResponseThatIsTooLarge() {
        try (FakeGateway gateway = FakeGateway.reacting((request, socket) -> {
            int size = request.method().equals("GET") ? 10 : (4 << 20) + 1;
            VendorReaction.oversize(Message.response(200, "{}"), size).on(request, socket);
        })) {
            RunResult run = Engine.run(plan(FakeCheck.passing("a/1")), gateway.target(), SILENT);

            assertThat(run.checks().get(0).differences())
                    .singleElement()
                    .asString()
                    .endsWith("the response is larger than 4194304 bytes");
        }
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
}
