package dev.ephemint.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckPatternTest {

    @ParameterizedTest
    @CsvSource({
        "tape/openai/null, tape/openai/null, true",
        "tape/openai/null, tape/openai/null/nested, false",
        "tape/*/null, tape/openai/null, true",
        "tape/*/null, tape/openai/x/null, false",
        "tape/open*, tape/openai, true",
        "tape/*-beta/*, tape/openai-beta/null, true",
        "tape/**, tape/openai/null, true",
        "tape/**, tape, true",
        "tape/**, tapes/openai, false",
        "**/nested, tape/openai/null/nested, true",
        "**/nested, nested, true",
        "tape/**/nested, tape/nested, true",
        "tape/**/nested, tape/a/b/nested, true",
        "tape/a.c, tape/abc, false",
    })
    void selectsBySegments(String pattern, String id, boolean selected) {
        assertThat(new CheckPattern(pattern).matches(id)).isEqualTo(selected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/tape", "tape/", "tape//null", "tape null"})
    void rejectsWhatIsNoPattern(String text) {
        assertThatThrownBy(() -> new CheckPattern(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
