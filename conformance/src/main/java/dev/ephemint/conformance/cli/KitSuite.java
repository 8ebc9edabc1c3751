package dev.ephemint.conformance.cli;

import dev.ephemint.conformance.catalog.Checks;
import dev.ephemint.conformance.catalog.SelfChecks;
import dev.ephemint.conformance.requirement.Requirements;
import dev.ephemint.conformance.run.Suite;

/** Puts together what the kit checks. */
final class KitSuite {
    private KitSuite() {}

    /** All checks in the order in which they run, the self-checks, and the requirements. */
    static Suite load() {
        return new Suite(Checks.all(), SelfChecks.all(), Requirements.all());
    }
}
