package dev.ephemint.conformance.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeclaredDifferencesTest {
    private static final JsonNode VENDORS = ExactJson.parse("{\"value\":\"ek_1\",\"session\":{}}");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            litellm         | {"value":"own","session":{}}                | true
            litellm         | {"value":"","session":{}}                   | false
            litellm         | {"value":null,"session":{}}                 | false
            litellm         | {"session":{}}                              | false
            litellm         | {"value":"own","session":{"a":1}}           | false
            litellm         | {"value":"own","session":{},"connect":{}}   | false
            portkey         | {"value":"own","session":{}}                | false
            ephemint-openai | {"value":"ek_1","session":{},"connect":{}}  | true
            ephemint-openai | {"value":"own","session":{},"connect":{}}   | false
            """)
    void onlyWhatTheProfileDeclaresMayDiffer(String profile, String response, boolean same) {
        JsonNode undone = Profiles.of(profile).withoutDeclared(ExactJson.parse(response), VENDORS);

        assertThat(undone.equals(VENDORS)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"/value", "/session/value"})
    void tokenOfTheFlatShapeIsReplacedInItsPlaceOnly(String place) {
        JsonNode vendors =
                ExactJson.parse("{\"client_secret\":{\"value\":\"ek_1\"},\"value\":1,\"session\":{\"value\":1}}");
        JsonNode response =
                ExactJson.parse("{\"client_secret\":{\"value\":\"own\"},\"value\":2,\"session\":{\"value\":2}}");

        JsonNode undone = Profiles.of("litellm").withoutDeclared(response, vendors);

        assertThat(undone.at("/client_secret/value").textValue()).isEqualTo("ek_1");
        assertThat(undone.at(place).intValue()).isEqualTo(2);
    }
}
