package dev.ephemint.conformance.run;

import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.check.Position;
import dev.ephemint.conformance.check.SelfCheck;
import dev.ephemint.conformance.gateway.HttpTarget;
import dev.ephemint.conformance.http.NoResponseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run: first the kit's own checks, then those of the target, one after the other. */
public final class Engine {
    private static final String INTERRUPTED = "the run was interrupted";

    private final RunPlan plan;
    private final HttpTarget target;
    private final RunListener listener;
    private final Judge judge;
    private final List<CheckResult> results = new ArrayList<>();
    private boolean vendorCalled;

    private Engine(RunPlan plan, HttpTarget target, RunListener listener) {
        this.plan = plan;
        this.target = target;
        this.listener = listener;
        this.judge = new Judge(target, plan.known(), plan.today());
        target.stopIf(listener::isCancelled);
    }

    public static RunResult run(RunPlan plan, HttpTarget target, RunListener listener) {
        return new Engine(plan, target, listener).run();
    }

    private RunResult run() {
        Instant started = Instant.now();
        long from = System.nanoTime();
        Map<String, Boolean> selfChecks = new LinkedHashMap<>();
        for (SelfCheck check : plan.selfChecks()) {
            selfChecks.put(check.name(), check.notices().getAsBoolean());
        }
        if (selfChecks.containsValue(false)) {
            skipAll(Verdict.NOT_RUN, "the run is void");
        } else {
            target.unreachable()
                    .ifPresentOrElse(
                            why -> skipAll(Verdict.NOT_PROVEN, "the target does not respond: " + target.redacted(why)),
                            this::checkAll);
        }
        List<CheckResult> judged = withoutVendor(results);
        return new RunResult(
                target.address().base(),
                target.profile(),
                target.vendor().isPresent() ? Position.BOTH_SIDES : Position.FRONT,
                started,
                Duration.ofNanos(System.nanoTime() - from),
                selfChecks,
                judged,
                ListProblems.of(plan, judged));
    }

    private void skipAll(Verdict verdict, String reason) {
        plan.checks()
                .forEach(check -> add(skipped(check).orElseGet(() -> CheckResult.notExecuted(check, verdict, reason))));
    }

    private void checkAll() {
        Optional<CheckResult> end = Optional.empty();
        for (Check check : plan.checks()) {
            CheckResult result = next(check, end);
            add(result);
            if (end.isEmpty()) {
                end = end(result);
            }
        }
    }

    private CheckResult next(Check check, Optional<CheckResult> end) {
        return skipped(check)
                .or(() -> end.map(last -> CheckResult.notExecuted(
                        check, last.verdict(), last.reason().orElseThrow())))
                .orElseGet(() -> execute(check));
    }

    private void add(CheckResult result) {
        results.add(result);
        listener.onResult(result, results.size(), plan.checks().size());
    }

    /** A result for a check that does not run at all. */
    private Optional<CheckResult> skipped(Check check) {
        if (!plan.selects(check)) {
            return Optional.of(CheckResult.notExecuted(check, Verdict.NOT_RUN, "not selected by --only"));
        }
        Optional<String> excluded = check.notApplicable(target.profile());
        if (excluded.isPresent()) {
            return Optional.of(CheckResult.notExecuted(check, Verdict.NOT_APPLICABLE, excluded.get()));
        }
        if (check.position() == Position.BOTH_SIDES && target.vendor().isEmpty()) {
            return Optional.of(
                    CheckResult.notExecuted(check, Verdict.NOT_RUN, "needs the kit on both sides: use --vendor-port"));
        }
        return Optional.empty();
    }

    private CheckResult execute(Check check) {
        target.begin();
        long from = System.nanoTime();
        Outcome outcome = outcome(check);
        CheckResult result = judge.judge(check, outcome, Duration.ofNanos(System.nanoTime() - from));
        vendorCalled |= target.rawExchanges().stream()
                .anyMatch(exchange -> !exchange.upstream().isEmpty());
        return result;
    }

    private Outcome outcome(Check check) {
        try {
            return check.run(target);
        } catch (NoResponseException e) {
            return new Outcome.Failed(List.of("no response: " + e.getMessage()));
        } catch (RuntimeException e) {
            return new Outcome.NotProven(listener.isCancelled() ? INTERRUPTED : "the check itself broke off: " + e);
        }
    }

    /** What the checks after this one get instead of a run. */
    private Optional<CheckResult> end(CheckResult last) {
        if (plan.maxFailures() > 0 && failures() >= plan.maxFailures()) {
            return Optional.of(CheckResult.notExecuted(last.check(), Verdict.NOT_RUN, "ended by --max-failures"));
        }
        if (listener.isCancelled()) {
            return Optional.of(CheckResult.notExecuted(last.check(), Verdict.NOT_PROVEN, INTERRUPTED));
        }
        boolean silent = target.rawExchanges().stream()
                .anyMatch(exchange -> exchange.response().isEmpty());
        return silent
                ? target.unreachable()
                        .map(why -> CheckResult.notExecuted(
                                last.check(), Verdict.NOT_PROVEN, "the target stopped responding in " + last.id()))
                : Optional.empty();
    }

    private long failures() {
        return results.stream()
                .filter(result -> result.verdict() == Verdict.FAILED)
                .count();
    }

    /** If the gateway called the kit's vendor in no check, it is probably not configured to: nothing is shown. */
    private List<CheckResult> withoutVendor(List<CheckResult> judged) {
        return vendorCalled
                ? judged
                : judged.stream().map(Engine::withoutVendor).toList();
    }

    private static CheckResult withoutVendor(CheckResult result) {
        boolean needed = result.check().position() == Position.BOTH_SIDES;
        return needed && result.verdict() == Verdict.FAILED
                ? result.withVerdict(
                        Verdict.NOT_PROVEN,
                        "the target called the kit's vendor in no check: configure it with the vendor's address")
                : result;
    }
}
