package dev.ephemint.conformance.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.http.HttpCaller;
import dev.ephemint.conformance.profile.Profiles;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.verdict.TestTarget;
import dev.ephemint.conformance.verdict.Verdicts;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connection hints and translation, each wrong in one thing: the kit finds the pinned requirements violated, and no other. */
final class WrongFacadesTest {
    private static final List<String> FAMILIES = List.of("connect/", "mint/", "tape/");

    @Test
    void eachWrongFacadeIsPinned() throws IOException {
        assertThat(PinnedVerdicts.of("facades").keySet())
                .isEqualTo(WrongFacades.all().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void eachIsCaughtByThePinnedRequirementsAndTheRightOneByNone(TargetDialect dialect) throws IOException {
        Map<String, List<String>> failed = new TreeMap<>();
        Map<String, List<String>> pinned = new TreeMap<>(PinnedVerdicts.of("facades"));
        pinned.keySet().retainAll(WrongFacades.of(dialect).keySet());
        try (ScriptedVendor vendor = ScriptedVendor.start();
                Gateway.Running facade = Facades.start(dialect, vendor.uri(), Map.of(), Clock.systemUTC())) {
            TestTarget right = new TestTarget(
                    facade.uri(),
                    Profiles.of("ephemint-" + dialect.id()),
                    Optional.of(vendor),
                    new HttpCaller(Duration.ofMinutes(5)));
            assertThat(Verdicts.of(right, WrongFacadesTest::isConcerned).others())
                    .isEmpty();
            WrongFacades.of(dialect)
                    .forEach((name, wrong) -> failed.put(
                            name,
                            List.copyOf(Verdicts.of(
                                            new ChangedTarget(right, wrong.request(), wrong.response()),
                                            WrongFacadesTest::isConcerned)
                                    .failed())));
        }

        assertThat(failed).isEqualTo(pinned);
        assertThat(failed.values())
                .allSatisfy(requirements -> assertThat(requirements).isNotEmpty());
    }

    private static boolean isConcerned(Check check) {
        return FAMILIES.stream().anyMatch(check.id()::startsWith);
    }
}
