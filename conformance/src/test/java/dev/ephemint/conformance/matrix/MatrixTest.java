package dev.ephemint.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.Summary;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.matrix.Expectation.Arrives;
import dev.ephemint.conformance.matrix.Expectation.Rejected;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.profile.Profiles;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client, the facade and a vendor: nothing is lost between them, in any cell of the matrix. */
final class MatrixTest {
    private static final List<Check> CHECKS = Matrix.checks();

    /** An outside rig counted so many at e7a40f0. */
    private static final int FEWEST = 5_458;

    @ParameterizedTest
    @EnumSource
    void nothingIsLostOrAdded(TargetDialect dialect) {
        List<String> losses = new ArrayList<>();
        int compared = 0;
        try (ScriptedVendor vendor = ScriptedVendor.start();
                Gateway.Running facade = facade(dialect, vendor);
                ClientTarget target = ClientTarget.of(profile(dialect), vendor, facade.uri())) {
            for (Check check : applicable(target.profile())) {
                Outcome outcome = check.run(target);
                if (outcome instanceof Outcome.Passed passed) {
                    compared += passed.facts();
                } else {
                    losses.add(outcome.toString());
                }
            }
            losses.addAll(target.losses());
        }

        assertThat(losses).isEmpty();
        assertThat(compared).isEqualTo(cells(dialect).size());
    }

    @Test
    void everyCellIsOfOneCheckAndHasAnIdOfItsOwn() {
        List<String> inChecks = CHECKS.stream()
                .flatMap(check -> ((MatrixCheck) check).cells().stream())
                .map(Cell::id)
                .toList();

        assertThat(inChecks).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(FEWEST);
        Summary.write("matrix", summary(inChecks.size()));
    }

    @Test
    void everyIntendedChangeIsMetByACell() {
        List<String> ids =
                IntendedChanges.ofEphemint().stream().map(IntendedChange::id).toList();

        assertThat(Stream.of(TargetDialect.values())
                        .flatMap(MatrixTest::intended)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    private static String summary(int cells) {
        long changed = Stream.of(TargetDialect.values())
                .flatMap(MatrixTest::expectations)
                .filter(expectation -> expectation instanceof Arrives arrives
                        && !arrives.intended().isEmpty())
                .count();
        long rejected = Stream.of(TargetDialect.values())
                .flatMap(MatrixTest::expectations)
                .filter(Rejected.class::isInstance)
                .count();
        return "matrix: %,d cells in %d checks; %,d rejected before the vendor, %,d changed on purpose (%d kinds)"
                .formatted(
                        cells,
                        CHECKS.size(),
                        rejected,
                        changed,
                        IntendedChanges.ofEphemint().size());
    }

    private static Stream<String> intended(TargetDialect dialect) {
        return expectations(dialect)
                .flatMap(expectation -> expectation instanceof Arrives arrives
                        ? arrives.intended().stream()
                        : ((Rejected) expectation).intended().stream());
    }

    private static Stream<Expectation> expectations(TargetDialect dialect) {
        Expectations expectations = new Expectations(profile(dialect), IntendedChanges.ofEphemint());
        return cells(dialect).stream().map(expectations::of);
    }

    private static List<Cell> cells(TargetDialect dialect) {
        return applicable(profile(dialect)).stream()
                .flatMap(check -> ((MatrixCheck) check).cells().stream())
                .toList();
    }

    private static List<Check> applicable(Profile profile) {
        return CHECKS.stream()
                .filter(check -> check.notApplicable(profile).isEmpty())
                .toList();
    }

    private static Gateway.Running facade(TargetDialect dialect, ScriptedVendor vendor) {
        return Facades.start(dialect, vendor.uri(), Map.of(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    static Profile profile(TargetDialect dialect) {
        return Profiles.of("ephemint-" + dialect.id());
    }
}
