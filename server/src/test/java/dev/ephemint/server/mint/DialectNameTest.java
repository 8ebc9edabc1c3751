package dev.ephemint.server.mint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DialectNameTest {

    @ParameterizedTest
    @CsvSource({
        "openai, OPENAI,",
        "openai-beta, OPENAI,",
        "azure, AZURE,",
        "azure-preview, AZURE, 60",
    })
    void isFoundByItsSpellingInSettings(String name, VendorName vendor, @Nullable Integer fixedLifetime) {
        assertThat(DialectName.of(name)).hasValueSatisfying(dialect -> {
            assertThat(dialect).hasToString(name);
            assertThat(dialect.vendor()).isEqualTo(vendor);
            assertThat(dialect.acceptsLifetime()).isEqualTo(fixedLifetime == null);
            assertThat(dialect.fixedLifetimeSeconds())
                    .isEqualTo(fixedLifetime == null ? OptionalInt.empty() : OptionalInt.of(fixedLifetime));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OPENAI", "openai_beta", "azure-"})
    void rejectsAnyOtherSpelling(String name) {
        assertThat(DialectName.of(name)).isEmpty();
    }
}
