package dev.ephemint.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.http.HttpCaller;
import dev.ephemint.conformance.prism.PrismVendor;
import dev.ephemint.conformance.profile.Profiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
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
            TestTarget target = new TestTarget(
                    prism.uri(),
                    Profiles.of("prism-" + dialect.id()),
                    Optional.empty(),
                    new HttpCaller(Duration.ofSeconds(30)));

            Verdicts verdicts = Verdicts.of(target);

            assertThat(verdicts.failed())
                    .as(verdicts.others().toString())
                    .isEqualTo(Set.of("REQ-ERR-05", "REQ-LIFE-02", "REQ-MINT-06"));
            assertThat(verdicts.passed()).hasSizeGreaterThanOrEqualTo(18);
        }
    }
}
