package dev.ephemint.server.mint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DialectNameTest {

    @ParameterizedTest
    @CsvSource({
        "openai, OPENAI, true",
        "openai-beta, OPENAI, true",
        "azure, AZURE, true",
        "azure-preview, AZURE, false",
    })
    void isFoundByItsSpellingInSettings(String name, VendorName vendor, boolean acceptsLifetime) {
        assertThat(DialectName.of(name)).hasValueSatisfying(dialect -> {
            assertThat(dialect).hasToString(name);
            assertThat(dialect.vendor()).isEqualTo(vendor);
            assertThat(dialect.acceptsLifetime()).isEqualTo(acceptsLifetime);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OPENAI", "openai_beta", "azure-"})
    void rejectsAnyOtherSpelling(String name) {
        assertThat(DialectName.of(name)).isEmpty();
    }
}
