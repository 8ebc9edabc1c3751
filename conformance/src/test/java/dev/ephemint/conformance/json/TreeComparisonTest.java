package dev.ephemint.conformance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TreeComparisonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "0",
                "1.0",
                "1.10",
                "0.30000000000000004",
                "123456789012345678901234567890",
                "{\"a\":{\"b\":null},\"c\":[1,[]]}"
            })
    void equalTextIsAnEqualTree(String text) {
        assertThat(differences(text, text)).isEmpty();
        assertThat(ExactJson.write(ExactJson.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":null} | {}         | /a: expected null, was (absent)
            {}         | {"a":null} | /a: expected (absent), was null
            1          | 1.0        | (root): expected 1, was 1.0
            [1,2]      | [1]        | /1: expected 2, was (absent)
            {"a":[{}]} | {"a":[[]]} | /a/0: expected {}, was []
            """)
    void saysWhereTreesDiffer(String expected, String actual, String difference) {
        assertThat(differences(expected, actual)).containsExactly(difference);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "{{any}}"       | null
            "{{string}}"    | "x"
            "{{integer}}"   | 7
            "{{object}}"    | {"a":1}
            "{{array}}"     | []
            "{{~ ek_\\\\w+}}" | "ek_1"
            """)
    void placeholderStandsForItsKind(String expected, String actual) {
        assertThat(differences(expected, actual)).isEmpty();
        assertThat(differences("{\"m\":" + expected + "}", "{}")).hasSize(1);
    }

    @Test
    void placeholderRefusesAnotherKind() {
        assertThat(differences("\"{{integer}}\"", "7.5")).containsExactly("(root): expected \"{{integer}}\", was 7.5");
    }

    @Test
    void unknownPlaceholderIsAnError() {
        assertThatThrownBy(() -> differences("\"{{unknown}}\"", "1")).hasMessage("no placeholder {{unknown}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{} {}", "{"})
    void readsStrictly(String text) {
        assertThatThrownBy(() -> ExactJson.parse(text)).hasMessageStartingWith("not JSON: ");
    }

    private static List<String> differences(String expected, String actual) {
        return TreeComparison.differences(ExactJson.parse(expected), ExactJson.parse(actual));
    }
}
