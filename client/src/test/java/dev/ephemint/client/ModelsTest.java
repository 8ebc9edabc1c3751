package dev.ephemint.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.corpus.Corpus;
import dev.ephemint.contract.corpus.ExactTree;
import dev.ephemint.contract.corpus.Specimen;
import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.ClientSecretRequest;
import dev.ephemint.contract.model.Session;
import dev.ephemint.contract.model.UnknownSession;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelsTest {

    @Test
    void writesEveryDocumentUnchanged() {
        assertThat(Corpus.specimens()
                        .filter(specimen -> !ExactTree.equal(specimen.json(), roundTrip(specimen)))
                        .map(Specimen::toString))
                .isEmpty();
    }

    private static JsonNode roundTrip(Specimen specimen) {
        try {
            Object model = Models.fromJson(specimen.json().toString(), specimen.model());
            return ContractJson.mapper().readTree(Models.toJson(model));
        } catch (IOException broken) {
            throw new AssertionError(specimen.toString(), broken);
        }
    }

    @Test
    void keepsMembersOfAnUnknownSessionType() {
        Session session = Models.fromJson("{\"type\":\"translation\",\"x\":1.50}", Session.class);

        assertThat(session).isInstanceOf(UnknownSession.class);
        assertThat(Models.toJson(session)).isEqualTo("{\"type\":\"translation\",\"x\":1.50}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{} {}",
                "{\"value\":[\"ek_planted\"]}",
                "{\"expires_at\":\"ek_planted\"}",
                "{\"expires_at\":1,\"expires_at\":2}"
            })
    void rejectsOtherTextWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> Models.fromJson(text, ClientSecret.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ClientSecret")
                .hasNoCause()
                .satisfies(rejected -> assertThat(rejected.toString()).doesNotContain("planted"));
    }

    @Test
    void namesTheMemberOfTheWrongType() {
        assertThatThrownBy(() -> Models.fromJson(
                        "{\"session\":{\"type\":\"realtime\",\"tools\":[{\"name\":[\"ek_planted\"]}]}}",
                        ClientSecret.class))
                .hasMessage("not the JSON of a ClientSecret: 'session.tools[0].name' has the wrong type");
        assertThatThrownBy(() -> Models.fromJson("{\n", ClientSecret.class))
                .hasMessage("not the JSON of a ClientSecret: see line 2, column 1");
    }

    @Test
    void rejectsOtherClasses() {
        assertThatThrownBy(() -> Models.toJson("x")).hasMessage("java.lang.String is not a model of the contract");
        assertThatThrownBy(() -> Models.fromJson("{}", Object.class))
                .hasMessage("java.lang.Object is not a model of the contract");
    }

    @Test
    void distinguishesNullAndAbsent() {
        assertThat(Models.toJson(new ClientSecretRequest())).isEqualTo("{}");
        assertThat(Models.toJson(new ClientSecretRequest().expiresAfter(null))).isEqualTo("{\"expires_after\":null}");
    }
}
