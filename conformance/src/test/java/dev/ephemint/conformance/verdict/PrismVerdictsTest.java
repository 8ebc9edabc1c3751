package dev.ephemint.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.prism.PrismVendor;
import dev.ephemint.conformance.profile.Profiles;
import dev.ephemint.conformance.run.RunResult;
import dev.ephemint.conformance.run.Verdict;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The kit in front of Prism as a mock of each vendor. Three requirements are violated: its examples expire in 2033, it sends no
 * cache-control, and its error for a body that is not JSON is not the contract's.
 */
final class PrismVerdictsTest {
    @ParameterizedTest
    @EnumSource
    void violatesThreeRequirements(TargetDialect dialect, @TempDir Path work) {
        try (PrismVendor prism = PrismVendor.start(dialect, Path.of(""), work)) {
            RunResult run = new KitRun(
                            prism.uri(), Profiles.of("prism-" + dialect.id()), Optional.empty(), false, Map.of())
                    .run();

            assertThat(run.with(Verdict.FAILED))
                    .extracting(result -> result.check().requirement())
                    .containsOnly("REQ-ERR-05", "REQ-LIFE-02", "REQ-MINT-06");
            assertThat(run.with(Verdict.NOT_PROVEN)).isEmpty();
            assertThat(run.count(Verdict.PASSED)).isGreaterThanOrEqualTo(18);
            PinnedReport.of(run).isKept();
        }
    }
}
