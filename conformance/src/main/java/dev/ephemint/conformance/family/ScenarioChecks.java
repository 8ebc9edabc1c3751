package dev.ephemint.conformance.family;

import dev.ephemint.conformance.check.Applicability;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.CheckCase;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.check.Position;
import dev.ephemint.conformance.profile.Feature;
import dev.ephemint.conformance.scenario.Scenario;
import dev.ephemint.conformance.scenario.TargetScenario;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Scenario files, for gateways with the errors and additions of Ephemint's contract. */
public final class ScenarioChecks {
    /** Start lines, some headers and bodies on both sides. */
    private static final int FACTS = 4;

    private ScenarioChecks() {}

    /** @param home the directory of the files; the directory below it names the requirement */
    public static List<Check> all(List<Scenario> scenarios, Path home, Clock clock) {
        return scenarios.stream()
                .filter(TargetScenario::canRun)
                .map(scenario -> check(scenario, home, clock))
                .toList();
    }

    private static Check check(Scenario scenario, Path home, Clock clock) {
        String name = home.relativize(scenario.heading().file()).toString().replace('\\', '/');
        String group = name.substring(0, name.indexOf('/'));
        return CheckCase.of(
                        "scenario/" + name.replace(".scenario", ""),
                        "REQ-CONTRACT-" + group.toUpperCase(Locale.ROOT),
                        Position.BOTH_SIDES,
                        target -> Outcome.of(FACTS, TargetScenario.differences(scenario, target, clock.instant())))
                .onlyIf(Applicability.has(Feature.EPHEMINT_ERRORS))
                .onlyIf(Applicability.dialect(scenario.heading().dialect()));
    }
}
