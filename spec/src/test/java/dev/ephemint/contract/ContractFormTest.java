package dev.ephemint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Form of the document, as generators, readers and the validator need it. */
class ContractFormTest {

    /** Names that a language or its standard library already has, so that generators replace them. */
    private static final Set<String> TAKEN = Set.of(
            "Error", "Exception", "Object", "String", "List", "Map", "Date", "File", "Type", "Model", "Response");

    private final JsonNode contract = Document.CONTRACT.tree();

    @Test
    void holdsOperationsOnly() {
        assertThat(contract.has("webhooks")).isFalse();
        assertThat(contract.at("/components/schemas").fieldNames())
                .toIterable()
                .doesNotContain("ServerEvent", "ClientEvent", "UnknownEvent");
    }

    @ParameterizedTest
    @EnumSource
    void avoidsNamesThatGeneratorsReplace(Document document) {
        assertThat(document.tree().at("/components/schemas").fieldNames())
                .toIterable()
                .doesNotContainAnyElementsOf(TAKEN);
        assertThat(document.events().at("/components/schemas").fieldNames())
                .toIterable()
                .doesNotContainAnyElementsOf(TAKEN);
    }

    /** A generator names a class after the place of an inline schema, {@code UnknownEventTypeNot} for example. */
    @ParameterizedTest
    @EnumSource
    void namesEverySchemaUnderNot(Document document) {
        assertThat(document.events().findValues("not"))
                .allSatisfy(not -> assertThat(not.has("$ref")).isTrue());
        assertThat(document.tree().findValues("not")).isEmpty();
    }

    /** With `{}` among the ways, a generated client mints at a service without callers, too. */
    @Test
    void offersWaysToAuthenticateAndRequiresNone() {
        assertThat(contract.at("/components/securitySchemes").fieldNames())
                .toIterable()
                .containsExactly("apiKey", "apiKeyHeader", "issuerToken", "clientCertificate");
        assertThat(contract.path("security"))
                .map(JsonNode::toString)
                .containsExactly(
                        "{}",
                        "{\"apiKey\":[]}",
                        "{\"apiKeyHeader\":[]}",
                        "{\"issuerToken\":[]}",
                        "{\"clientCertificate\":[]}");
    }

    /** openapi-python-client would require a client with a token for an operation with security of its own. */
    @Test
    void mintsHaveTheSecurityOfTheDocumentCallsNeedATokenAndAllElseHasNone() {
        assertThat(contract.path("paths").properties()).allSatisfy(path -> {
            if (path.getKey().equals("/realtime/calls")) {
                assertThat(path.getValue().at("/post/security").toString())
                        .isEqualTo("[{\"apiKey\":[]},{\"apiKeyHeader\":[]}]");
            } else if (path.getValue().has("post")) {
                assertThat(path.getValue().path("post").has("security")).isFalse();
            } else {
                assertThat(path.getValue().at("/get/security").toString()).isEqualTo("[]");
            }
        });
    }

    @Test
    void showsTheMintFirst() {
        assertThat(contract.at("/tags/0/name").asText()).isEqualTo("Realtime");
        assertThat(contract.path("paths").fieldNames().next()).isEqualTo("/realtime/client_secrets");
        assertThat(contract.at("/info/contact/name").asText()).isNotEmpty();
    }

    /** Health and documents are served beside `/v1`, not below it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/healthz",
                "/readyz",
                "/openapi.yaml",
                "/openapi.json",
                "/openapi-3.0.yaml",
                "/openapi-3.0.json",
                "/asyncapi.yaml",
                "/asyncapi.json"
            })
    void resolvesPathsOfTheServiceBesideTheOperations(String path) {
        JsonNode servers = contract.path("paths").path(path).path("servers");

        assertThat(servers.at("/0/url").asText() + "/v1")
                .isEqualTo(contract.at("/servers/0/url").asText());
    }

    @Test
    void limitsEveryArrayOfARequest() {
        Set<String> visited = new TreeSet<>();

        List.of("ClientSecretRequest", "FlatTranscriptionSessionRequest")
                .forEach(schema -> limited("/components/schemas/" + schema, visited));

        assertThat(visited).hasSizeGreaterThan(20);
    }

    private void limited(String pointer, Set<String> visited) {
        JsonNode schema = contract.at(pointer);
        if (schema.has("$ref")) {
            limited(schema.get("$ref").asText().substring(1), visited);
        } else if (visited.add(pointer)) {
            if (schema.path("type").toString().contains("\"array\"")) {
                assertThat(schema.path("maxItems").asInt()).as(pointer).isPositive();
            }
            below(pointer, schema).forEach(child -> limited(child, visited));
        }
    }

    private static List<String> below(String pointer, JsonNode schema) {
        return schema.properties().stream()
                .filter(member -> member.getValue().isContainerNode())
                .filter(member -> !"examples".equals(member.getKey()))
                .flatMap(member ->
                        children(JsonPointer.compile(pointer).appendProperty(member.getKey()), member.getValue())
                                .stream())
                .toList();
    }

    private static List<String> children(JsonPointer place, JsonNode value) {
        if (value.isArray()) {
            return IntStream.range(0, value.size())
                    .mapToObj(i -> place.appendIndex(i).toString())
                    .toList();
        }
        List<String> members = value.properties().stream()
                .map(member -> place.appendProperty(member.getKey()).toString())
                .toList();
        return place.toString().endsWith("/properties") ? members : List.of(place.toString());
    }

    /** A test of the service reads both numbers from here. */
    @Test
    void statesLimitsOfBodies() {
        String depth = contract.at("/x-limits/depth").asText();
        String members = contract.at("/x-limits/members").asText();

        List<JsonNode> json = contract.at("/components/requestBodies")
                .valueStream()
                .filter(body -> body.path("content").has("application/json"))
                .toList();
        assertThat(json).hasSize(2).allSatisfy(body -> assertThat(
                        body.path("description").asText())
                .contains(depth, members));
    }
}
