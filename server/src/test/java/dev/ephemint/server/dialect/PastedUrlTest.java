package dev.ephemint.server.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedUrlTest {

    @ParameterizedTest
    @CsvSource({
        "res.openai.azure.com, https://res.openai.azure.com",
        "https://Res.OpenAI.azure.com/, https://res.openai.azure.com",
        "wss://h/openai, https://h/openai",
        "ws://h:81//a//b/, http://h:81/a/b",
        "'  http://[::1]:8080/v1 ', http://[::1]:8080/v1",
    })
    void normalizesPastedUrls(String pasted, String meant) {
        PastedUrl url = PastedUrl.parse(pasted);

        assertThat(url.withPath(url.path())).hasToString(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ftp://h",
                "https:///x",
                "https://u:p@h",
                "https://h/#f",
                "not a url",
                "mailto://x",
                "h:x?y=http://z"
            })
    void rejectsAnInvalidUrlWithoutQuotingIt(String pasted) {
        assertThatThrownBy(() -> PastedUrl.parse(pasted))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("u:p");
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.org, true",
        "https://example.org, false",
        "http://localhost:8080, false",
        "http://127.0.0.2, false",
        "http://[::1]:8080, false",
    })
    void plainHttpIsUnsafeExceptOnLoopback(String pasted, boolean unsafe) {
        assertThat(PastedUrl.parse(pasted).isUnsafe()).isEqualTo(unsafe);
    }
}
