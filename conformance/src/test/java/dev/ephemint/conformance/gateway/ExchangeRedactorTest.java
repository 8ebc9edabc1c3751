package dev.ephemint.conformance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExchangeRedactorTest {
    private static final String TOKEN = "A-plain.token_of-a-gateway";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":\"%s\"}",
                "200 {\"expires_at\":1,\"value\":\"%s...",
                "{\"client_secret\" : {\"value\" : \"%s"
            })
    void tokenIsHiddenEvenIfTheTextIsCutOffInIt(String text) {
        assertThat(new ExchangeRedactor(List.of()).text(text.formatted(TOKEN)))
                .doesNotContain("plain")
                .startsWith(text.substring(0, 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"realtime.ses...", "it said \"value\""})
    void otherTextThatIsCutOffStays(String text) {
        assertThat(new ExchangeRedactor(List.of()).text(text)).isEqualTo(text);
    }
}
