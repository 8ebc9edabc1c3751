package dev.ephemint.server.dialect.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzureEndpointTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "res.openai.azure.com",
                "https://res.openai.azure.com",
                "https://res.openai.azure.com/",
                "https://res.openai.azure.com/openai",
                "https://res.openai.azure.com/openai/",
                "https://res.openai.azure.com/openai/v1",
                "https://res.openai.azure.com/openai/v1/",
                "https://res.openai.azure.com/openai/v1/realtime/client_secrets",
                "https://RES.openai.azure.com/openai/realtimeapi/transcription_sessions?api-version=2025-04-01-preview",
                "wss://res.openai.azure.com/openai/realtime?api-version=2025-04-01-preview&intent=transcription",
                "https://res.openai.azure.com/openai/v1/realtime?intent=transcription",
                "https://res.services.ai.azure.com/openai/v1",
                "https://res.openai.azure.com/v1",
            })
    void normalizesPastedUrlsToTheBase(String pasted) {
        assertThat(AzureEndpoint.of(pasted).base()).hasToString("https://res.openai.azure.com");
    }

    @ParameterizedTest
    @CsvSource({
        "https://gw.azure-api.net/team/openai/v1, https://gw.azure-api.net/team",
        "https://gw.azure-api.net/team, https://gw.azure-api.net/team",
        "https://res.cognitiveservices.azure.com, https://res.cognitiveservices.azure.com",
        "http://127.0.0.1:8080/openai, http://127.0.0.1:8080",
    })
    void keepsThePathOfAGateway(String pasted, String base) {
        assertThat(AzureEndpoint.of(pasted).base()).hasToString(base);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://res.openai.azure.com | ''",
                "https://res.openai.azure.com/openai | path /openai rewritten to /",
                "https://gw.azure-api.net/team/openai/v1 | path /team/openai/v1 rewritten to /team",
                "https://res.services.ai.azure.com | host .services.ai.azure.com rewritten to .openai.azure.com",
                "https://res.openai.azure.com/openai?intent=transcription"
                        + " | path /openai rewritten to /, the query was taken off",
                "http://example.org | plain http: the key travels unencrypted",
            })
    void notesEveryRewrite(String pasted, String notes) {
        assertThat(String.join(", ", AzureEndpoint.of(pasted).notes())).isEqualTo(notes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://res.openai.azure.com/openai/v1?api-version=2025-04-01-preview",
                "https://res.openai.azure.com?api-version=v1",
            })
    void rejectsAnApiVersionOnGa(String pasted) {
        assertThatThrownBy(() -> AzureEndpoint.of(pasted))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("api-version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://res.services.ai.azure.com/api/projects/p"})
    void rejectsAProjectUrl(String pasted) {
        assertThatThrownBy(() -> AzureEndpoint.of(pasted))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("project");
    }
}
