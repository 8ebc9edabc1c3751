package dev.ephemint.server.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.mint.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

    private static final Secret KEY = new Secret("sk-planted-1234");
    private static final UpstreamCall CALL = new UpstreamCall(
                    URI.create("https://vendor.example/v1"), JsonNodeFactory.instance.objectNode())
            .withHeader("openai-safety-identifier", "user-1");

    @Test
    void signsForOpenAiAsBearer() {
        ApiKey unit = ApiKey.openAi(KEY, Optional.empty(), Optional.empty());

        assertThat(unit.sign(CALL)).isEqualTo(CALL.withHeader("authorization", "Bearer sk-planted-1234"));
    }

    @Test
    void sendsOrganizationAndProjectIfSet() {
        ApiKey unit = ApiKey.openAi(KEY, Optional.of("org-1"), Optional.of("proj_1"));

        assertThat(unit.sign(CALL).headers())
                .isEqualTo(Map.of(
                        "authorization", "Bearer sk-planted-1234",
                        "openai-organization", "org-1",
                        "openai-project", "proj_1",
                        "openai-safety-identifier", "user-1"));
    }

    @Test
    void signsForAzureInItsOwnHeader() {
        assertThat(ApiKey.azure(KEY).sign(CALL)).isEqualTo(CALL.withHeader("api-key", "sk-planted-1234"));
    }

    @Test
    void listsTheHeadersThatItSets() {
        Credential unsigned = Map::of;

        assertThat(ApiKey.azure(KEY).headers()).containsExactly("api-key");
        assertThat(ApiKey.openAi(KEY, Optional.of("org-1"), Optional.empty()).headers())
                .containsExactly("authorization", "openai-organization");
        assertThat(unsigned.headers()).containsExactly("authorization");
    }

    @Test
    void probeSucceeds() {
        assertThatCode(ApiKey.azure(KEY)::probe).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-planted\n", "sk planted", "sk-plänted", "\"sk-planted\u0000"})
    void rejectsInvalidHeaderValuesWithoutQuotingThem(String value) {
        assertThatThrownBy(() -> ApiKey.azure(new Secret(value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the key holds more than visible ASCII characters");
        assertThatThrownBy(() -> ApiKey.openAi(KEY, Optional.of(value), Optional.empty()))
                .hasMessage("the organization holds more than visible ASCII characters");
        assertThatThrownBy(() -> ApiKey.openAi(KEY, Optional.empty(), Optional.of(value)))
                .hasMessage("the project holds more than visible ASCII characters");
    }

    @Test
    void toStringShowsHeaderNamesOnly() {
        assertThat(ApiKey.openAi(KEY, Optional.of("org-1"), Optional.empty()))
                .hasToString("ApiKey[authorization, openai-organization]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sk-planted |
            ek_planted | a minted token
            planted | does not begin with sk-
            """)
    void reportsUnusualOpenAiKeys(String key, @Nullable String openAi) {
        assertThat(doubts(ApiKey.openAi(new Secret(key), Optional.empty(), Optional.empty())))
                .contains(openAi == null ? "" : openAi)
                .doesNotContain("planted");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sk-planted | begins with sk-
            ek_planted | a minted token
            0123456789abcdef |
            """)
    void reportsUnusualAzureKeys(String key, @Nullable String azure) {
        assertThat(doubts(ApiKey.azure(new Secret(key))))
                .contains(azure == null ? "" : azure)
                .doesNotContain("planted");
    }

    @Test
    void reportsNothingForUsualKeys() {
        assertThat(ApiKey.openAi(KEY, Optional.empty(), Optional.empty()).describe())
                .isEqualTo(CredentialFacts.ofKey(List.of()));
        assertThat(ApiKey.azure(new Secret("0123456789abcdef")).describe().doubts())
                .isEmpty();
    }

    @Test
    void describesAnyCredentialAsAnApiKeyByDefault() {
        Credential any = Map::of;

        assertThat(any.describe().kind()).isEqualTo("api-key");
        assertThat(any.forOtherAudience()).isEmpty();
    }

    private static String doubts(Credential key) {
        return String.join("; ", key.describe().doubts());
    }
}
