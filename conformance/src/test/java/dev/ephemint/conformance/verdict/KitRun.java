package dev.ephemint.conformance.verdict;

import dev.ephemint.conformance.catalog.Checks;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.gateway.GatewayAddress;
import dev.ephemint.conformance.gateway.HttpTarget;
import dev.ephemint.conformance.known.KnownFailures;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.profile.RequestHeaders;
import dev.ephemint.conformance.record.EnvironmentHeader;
import dev.ephemint.conformance.run.CheckResult;
import dev.ephemint.conformance.run.Engine;
import dev.ephemint.conformance.run.RunPlan;
import dev.ephemint.conformance.run.RunResult;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The kit against one gateway as the command runs it, but for the self-checks and the cells of the matrix, which have tests of
 * their own.
 *
 * @param vendor behind the gateway
 * @param bothSides whether the kit plays that vendor
 * @param environment for the headers of the profile
 */
record KitRun(
        URI target,
        Profile profile,
        Optional<ScriptedVendor> vendor,
        boolean bothSides,
        Map<String, String> environment) {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** A silent vendor is shown by a gateway that does not give up; the others of the family need longer. */
    private static final Duration SHORT_DEADLINE = Duration.ofSeconds(4);

    private static boolean isSilent(Check check) {
        return check.id().startsWith("fault/silent/");
    }

    RunResult run() {
        Predicate<Check> counted = check -> !check.id().startsWith("matrix/");
        RunResult most = run(counted.and(check -> !isSilent(check)), DEADLINE);
        RunResult silent = run(KitRun::isSilent, SHORT_DEADLINE);
        List<CheckResult> all = new ArrayList<>(most.checks());
        all.addAll(silent.checks());
        return new RunResult(
                most.target(),
                most.profile(),
                most.position(),
                most.started(),
                most.duration(),
                most.selfChecks(),
                all,
                most.listProblems());
    }

    private RunResult run(Predicate<Check> selected, Duration deadline) {
        List<Check> checks = Checks.all().stream().filter(selected).toList();
        RunPlan plan =
                new RunPlan(checks, List.of(), List.of(), KnownFailures.NONE, LocalDate.now(Clock.systemUTC()), 0);
        List<EnvironmentHeader> headers =
                RequestHeaders.of(profile, vendor.map(ScriptedVendor::uri), environment::get).stream()
                        .map(header -> new EnvironmentHeader(header, header, List.of()))
                        .toList();
        HttpTarget gateway =
                new HttpTarget(new GatewayAddress(target, headers), profile, vendor.filter(v -> bothSides), deadline);
        return Engine.run(plan, gateway, (result, done, all) -> {});
    }
}
