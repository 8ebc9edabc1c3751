package dev.ephemint.server.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.DialectName;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SandboxDialectTest {

    @Test
    void imitatesEveryDialectAndNoOther() {
        assertThat(SandboxDialect.values())
                .extracting(SandboxDialect::name)
                .containsExactly(
                        Arrays.stream(DialectName.values()).map(Enum::name).toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void isOfTheSameVendorAsTheDialectOfItsName(DialectName dialect) {
        assertThat(SandboxDialect.of(dialect.toString()))
                .hasToString(dialect.toString())
                .extracting(SandboxDialect::vendor)
                .isEqualTo(dialect.vendor());
    }
}
