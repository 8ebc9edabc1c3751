package dev.ephemint.server.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntraScopeTest {

    @Test
    void defaultIsTheDocumentedScope() {
        assertThat(EntraScope.DEFAULT.value()).isEqualTo("https://ai.azure.com/.default");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://cognitiveservices.azure.com/.default", "https://ai.azure.us/.default"})
    void acceptsOtherAzureScopes(String value) {
        assertThat(new EntraScope(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://openai.azure.com/.default", "https://openai.azure.com"})
    void rejectsTheScopeThatAzureOpenAiDoesNotAccept(String value) {
        assertThatThrownBy(() -> new EntraScope(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Azure OpenAI accepts no tokens of the scope " + value
                        + ": use https://ai.azure.com/.default or https://cognitiveservices.azure.com/.default");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://ai.azure.com", "ai.azure.com/.default", "api://1234/.default"})
    void rejectsWhatIsNoScopeOfAnAzureService(String value) {
        assertThatThrownBy(() -> new EntraScope(value)).hasMessageStartingWith("no scope of an Azure service");
    }
}
