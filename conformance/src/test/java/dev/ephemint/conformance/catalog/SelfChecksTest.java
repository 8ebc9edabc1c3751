package dev.ephemint.conformance.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.check.SelfCheck;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SelfChecksTest {
    static Stream<SelfCheck> selfChecks() {
        return SelfChecks.all().stream();
    }

    @ParameterizedTest
    @MethodSource("selfChecks")
    void kitNoticesThePlantedFault(SelfCheck check) {
        assertThat(check.notices().getAsBoolean()).as(check.name()).isTrue();
    }
}
