package dev.ephemint.conformance.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EnvironmentHeaderTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("KEY", "0123456789", "SHORT", "abc", "LINES", "12345678\n");

    @Test
    void fillsInTheEnvironment() {
        EnvironmentHeader header = EnvironmentHeader.parse("Authorization: Bearer ${KEY}", ENVIRONMENT);

        assertThat(header.header().value()).isEqualTo("Bearer 0123456789");
        assertThat(header.secrets()).containsExactly("0123456789");
    }

    @Test
    void headerWithoutACredentialMayBeLiteral() {
        assertThat(EnvironmentHeader.parse("x-trace: on", ENVIRONMENT).secrets())
                .isEmpty();
    }

    @Test
    void addressMayBeLiteralWhateverTheNameOfTheHeader() {
        EnvironmentHeader header =
                EnvironmentHeader.parse("x-portkey-custom-host: http://127.0.0.1:8080/v1", ENVIRONMENT);

        assertThat(header.header().value()).isEqualTo("http://127.0.0.1:8080/v1");
        assertThat(header.secrets()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Authorization: Bearer 0123456789 | name an environment variable
            api-key: 0123456789              | name an environment variable
            api-key: http://u:0123456789@h/  | name an environment variable
            api-key: http://h/?k=0123456789  | name an environment variable
            x-any: sk-proj-0123456789        | name an environment variable
            api-key: ${NONE}                 | environment variable NONE is not set
            api-key: ${SHORT}                | environment variable SHORT holds no credential
            api-key: ${LINES}                | environment variable LINES holds no credential
            no colon                         | must be of the form
            """)
    void refusesWithoutShowingTheValue(String text, String message) {
        assertThatThrownBy(() -> EnvironmentHeader.parse(text, ENVIRONMENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContainingAny("0123456789", "abc", "12345678");
    }
}
