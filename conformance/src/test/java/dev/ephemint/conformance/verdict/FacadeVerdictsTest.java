package dev.ephemint.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.http.HttpCaller;
import dev.ephemint.conformance.profile.Profiles;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import java.time.Clock;
import java.time.Duration;
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
            TestTarget target = new TestTarget(
                    facade.uri(),
                    Profiles.of("ephemint-" + dialect.id()),
                    Optional.of(vendor),
                    new HttpCaller(Duration.ofSeconds(30)));

            Verdicts verdicts = Verdicts.of(target);

            assertThat(verdicts.others()).isEmpty();
            assertThat(verdicts.passed()).hasSizeGreaterThan(150);
            assertThat(verdicts.facts()).isGreaterThan(1_000);
        }
    }
}
