package dev.ephemint.server.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.mint.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    void namesOrganizationAndProjectWhereThereAreAny() {
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
    void saysWhichHeadersItAdds() {
        Credential unsigned = call -> call;

        assertThat(ApiKey.azure(KEY).headers()).containsExactly("api-key");
        assertThat(ApiKey.openAi(KEY, Optional.of("org-1"), Optional.empty()).headers())
                .containsExactly("authorization", "openai-organization");
        assertThat(unsigned.headers()).containsExactly("authorization");
    }

    @Test
    void isAtHandFromTheStart() {
        assertThatCode(ApiKey.azure(KEY)::probe).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-planted\n", "sk planted", "sk-plänted", "\"sk-planted\u0000"})
    void refusesWhatNoHeaderCanCarryWithoutQuotingIt(String value) {
        assertThatThrownBy(() -> ApiKey.azure(new Secret(value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the key holds more than visible ASCII characters");
        assertThatThrownBy(() -> ApiKey.openAi(KEY, Optional.of(value), Optional.empty()))
                .hasMessage("the organization holds more than visible ASCII characters");
        assertThatThrownBy(() -> ApiKey.openAi(KEY, Optional.empty(), Optional.of(value)))
                .hasMessage("the project holds more than visible ASCII characters");
    }

    @Test
    void printsTheHeadersThatItSetsAndNoValue() {
        assertThat(ApiKey.openAi(KEY, Optional.of("org-1"), Optional.empty()))
                .hasToString("ApiKey[authorization, openai-organization]");
    }
}
