package dev.ephemint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DialectDocumentsTest {

    @ParameterizedTest
    @CsvSource({
        "CONTRACT, http://127.0.0.1:8080/v1, /realtime/client_secrets /realtime/transcription_sessions /realtime/calls /realtime/calls/{call_id}/hangup",
        "OPENAI, https://api.openai.com/v1, /realtime/client_secrets",
        "OPENAI_BETA, https://api.openai.com/v1, /realtime/transcription_sessions",
        "AZURE, https://{resource}.openai.azure.com/openai/v1, /realtime/client_secrets",
        "AZURE_PREVIEW, https://{resource}.openai.azure.com/openai/realtimeapi, /transcription_sessions"
    })
    void hasTheOperations(Document document, String server, String paths) {
        Set<String> operations = ContractFacts.of(document.tree()).stream()
                .filter(fact -> fact.split(" ").length == 2 && !fact.startsWith("GET "))
                .collect(Collectors.toSet());

        assertThat(document.tree().at("/servers/0/url").asText()).isEqualTo(server);
        assertThat(operations)
                .isEqualTo(Stream.of(paths.split(" ")).map("POST "::concat).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONTRACT")
    void hasNeitherConnectionNorErrorsOfEphemint(Document dialect) {
        assertThat(ContractFacts.ofEvents(dialect.events())).noneMatch(fact -> fact.matches(".*\\.connect(\\..*)?"));
        assertThat(ContractFacts.of(dialect.tree()))
                .noneMatch(fact -> fact.startsWith("GET "))
                .noneMatch(fact -> fact.matches(".*\\.connect(\\..*)?"))
                .noneMatch(fact -> fact.matches("POST \\S+ (405|406|413|415|502|504|default) .*"))
                .noneMatch(fact -> fact.contains("x-upstream-request-id") || fact.contains("x-should-retry"))
                .anyMatch(fact -> fact.matches("POST \\S+ 401 "));
        assertThat(dialect.tree().toString()).doesNotContain("upstream_");
    }

    @ParameterizedTest
    @CsvSource({
        "CONTRACT, 'realtime, flatRealtime', 'openai, openaiBeta, azure, azurePreview'",
        "OPENAI, realtime, openai",
        "OPENAI_BETA, flatRealtime, openaiBeta",
        "AZURE, realtime, azure",
        "AZURE_PREVIEW, flatRealtime, azurePreview"
    })
    void hasTheSocketOfItsDialect(Document document, String channels, String servers) {
        assertThat(document.events().path("channels").fieldNames()).toIterable().containsExactly(channels.split(", "));
        assertThat(document.events().path("servers").fieldNames()).toIterable().containsExactly(servers.split(", "));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONTRACT")
    void requiresACredential(Document dialect) {
        assertThat(dialect.tree().path("security")).isNotEmpty().noneMatch(JsonNode::isEmpty);
    }

    @ParameterizedTest
    @EnumSource
    void hasExamplesThatPassItsOwnSchemas(Document document) {
        JsonNode tree = document.tree();
        DocumentSchemas schemas = new DocumentSchemas(tree);
        List<String> media = mediaTypes(JsonPointer.empty(), tree);

        assertThat(media).isNotEmpty().allSatisfy(pointer -> assertThat(
                        tree.at(pointer).path("examples"))
                .isNotEmpty()
                .allSatisfy(example -> assertThat(schemas.errorsAt(pointer + "/schema", value(tree, example)))
                        .isEmpty()));
    }

    @ParameterizedTest
    @EnumSource
    void hasExamplesOfEventsThatPassItsOwnSchemas(Document document) {
        DocumentSchemas schemas = new DocumentSchemas(document.events());
        JsonNode messages = document.events().at("/components/messages");

        assertThat(messages).isNotEmpty().allSatisfy(message -> assertThat(message.path("examples"))
                .isNotEmpty()
                .allSatisfy(example -> assertThat(schemas.errorsAt(payload(message), example.path("payload")))
                        .isEmpty()));
    }

    private static String payload(JsonNode message) {
        return message.at("/payload/$ref").asText().substring(1);
    }

    @ParameterizedTest
    @EnumSource
    void containsNothingThatLooksLikeASecret(Document document) {
        assertThat(document.tree().toString() + document.events())
                .doesNotContainPattern("sk-[A-Za-z0-9]")
                .doesNotContainPattern("ek_(?!example)")
                .doesNotContainPattern("eyJ[A-Za-z0-9]")
                .doesNotContainPattern("[0-9a-f]{33}");
    }

    @Test
    void namesDeploymentsAtAzure() {
        assertThat(Document.AZURE
                        .tree()
                        .at("/components/schemas/TranscriptionModel/description")
                        .asText())
                .contains("deployment");
    }

    @Test
    void rejectsADelayAtAzure() {
        assertThat(ContractFacts.of(Document.AZURE.tree()))
                .doesNotContain("POST /realtime/client_secrets request .session.audio.input.transcription.delay");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI_BETA", "AZURE_PREVIEW"})
    void rejectsNewerMembersInTheFlatShape(Document flat) {
        assertThat(ContractFacts.of(flat.tree()))
                .noneMatch(fact -> fact.matches(".* request .*(languages|keywords|delay|strength|idle_timeout_ms)"));
    }

    @ParameterizedTest
    @CsvSource({"OPENAI_BETA, true", "AZURE_PREVIEW, false"})
    void acceptsALifetimeInTheBetaOnly(Document flat, boolean accepted) {
        assertThat(ContractFacts.of(flat.tree()).stream()
                        .anyMatch(fact -> fact.endsWith("request .client_secret.expires_after.seconds")))
                .isEqualTo(accepted);
    }

    @Test
    void requiresAnApiVersionInThePreviewOnly() {
        assertThat(Set.of(Document.values()))
                .filteredOn(document -> document.tree().toString().contains("\"api-version\""))
                .containsExactly(Document.AZURE_PREVIEW);
    }

    private static JsonNode value(JsonNode tree, JsonNode example) {
        return tree.at(example.get("$ref").asText().substring(1)).path("value");
    }

    private static List<String> mediaTypes(JsonPointer place, JsonNode node) {
        List<String> found = new ArrayList<>();
        if (place.toString().endsWith("/content/application~1json")) {
            found.add(place.toString());
        }
        node.properties()
                .forEach(member -> found.addAll(mediaTypes(place.appendProperty(member.getKey()), member.getValue())));
        return found;
    }
}
