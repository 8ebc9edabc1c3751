package dev.ephemint.server.mint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorNameTest {

    @ParameterizedTest
    @CsvSource({
        "api.openai.com, true, false",
        "API.OpenAI.com, true, false",
        "eu.api.openai.com, true, false",
        "my-resource.openai.azure.com, false, true",
        "My-Resource.OpenAI.Azure.com, false, true",
        "r.openai.azure.us, false, true",
        "r.cognitiveservices.azure.com, false, true",
        "r.services.ai.azure.com, false, true",
        "eastus2.api.cognitive.microsoft.com, false, true",
        "openai.azure.com, false, false",
        "vm.eastus2.cloudapp.azure.com, false, false",
        "gateway.azure-api.net, false, false",
        "api.openai.com.evil.example, false, false",
        "r.openai.azure.com.evil.example, false, false",
        "key@r.openai.azure.com, false, false",
        "'', false, false"
    })
    void ownsOnlyDocumentedHosts(String host, boolean openAi, boolean azure) {
        assertThat(VendorName.OPENAI.ownsHost(host)).isEqualTo(openAi);
        assertThat(VendorName.AZURE.ownsHost(host)).isEqualTo(azure);
    }

    @Test
    void printsTheSpellingOfSettings() {
        assertThat(VendorName.values()).extracting(VendorName::toString).containsExactlyInAnyOrder("openai", "azure");
    }
}
