package dev.ephemint.server.dialect.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiEndpointTest {

    @ParameterizedTest
    @CsvSource({
        "api.openai.com, https://api.openai.com/v1, 1",
        "https://api.openai.com/v1/, https://api.openai.com/v1, 0",
        "https://api.openai.com/v1/realtime/client_secrets, https://api.openai.com/v1, 1",
        "wss://api.openai.com/v1/realtime, https://api.openai.com/v1, 1",
        "http://gateway.example/openai/v1, http://gateway.example/openai/v1, 1",
    })
    void normalizesPastedUrls(String pasted, String base, int notes) {
        assertThat(OpenAiEndpoint.of(pasted).base()).hasToString(base);
        assertThat(OpenAiEndpoint.of(pasted).notes()).hasSize(notes);
    }

    @Test
    void rejectsAQuery() {
        assertThatThrownBy(() -> OpenAiEndpoint.of("https://api.openai.com/v1?model=x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("query");
    }
}
