package dev.ephemint.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.profile.Profiles;
import dev.ephemint.conformance.run.RunResult;
import dev.ephemint.conformance.run.Verdict;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kit on both sides of Ephemint's own server. */
final class FacadeVerdictsTest {

    @ParameterizedTest
    @EnumSource
    void eachCheckPasses(TargetDialect dialect) {
        try (ScriptedVendor vendor = ScriptedVendor.start();
                Gateway.Running facade =
                        Facades.start(dialect, vendor.uri(), Map.of("upstream.timeout", "PT2S"), Clock.systemUTC())) {
            RunResult run = new KitRun(
                            facade.uri(), Profiles.of("ephemint-" + dialect.id()), Optional.of(vendor), true, Map.of())
                    .run();

            assertThat(run.with(Verdict.FAILED)).isEmpty();
            assertThat(run.with(Verdict.NOT_PROVEN)).isEmpty();
            assertThat(run.count(Verdict.PASSED)).isGreaterThan(150);
            assertThat(run.facts()).isGreaterThan(1_000);
            PinnedReport.of(run).isKept();
        }
    }
}
