package dev.ephemint.conformance.run;

import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.SelfCheck;
import dev.ephemint.conformance.requirement.Requirement;
import java.util.List;

/** What the kit can check, the faults by which it proves itself first, and the requirements behind both. */
public record Suite(List<Check> checks, List<SelfCheck> selfChecks, List<Requirement> requirements) {
    public Suite {
        checks = List.copyOf(checks);
        selfChecks = List.copyOf(selfChecks);
        requirements = List.copyOf(requirements);
    }
}
