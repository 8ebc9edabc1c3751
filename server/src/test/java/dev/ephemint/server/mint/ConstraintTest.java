package dev.ephemint.server.mint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.Constraint.Enforcer;
import org.junit.jupiter.api.Test;

final class ConstraintTest {

    @Test
    void whoEnforcesItIsSpelledAsInTheContract() {
        assertThat(Enforcer.values()).extracting(Enforcer::toString).containsExactly("facade", "vendor", "none");
    }
}
