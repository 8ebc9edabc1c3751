package dev.ephemint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.corpus.Corpus;
import dev.ephemint.contract.corpus.Specimen;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The 3.0.3 form equals the contract, except for conditions, which 3.0 does not have. */
class Contract30Test {

    private static final Set<String> CONDITIONS = Set.of("if", "then", "else");
    private static final Set<String> LIMITS = Set.of(
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "pattern",
            "format",
            "required",
            "enum");

    private static final ObjectNode CONTRACT = withoutConditions(Document.CONTRACT.tree());
    private static final ObjectNode FORM = form();
    private static final DocumentSchemas CONTRACT_SCHEMAS = new DocumentSchemas(CONTRACT);
    private static final DocumentSchemas FORM_SCHEMAS = new DocumentSchemas(inTypes(FORM.deepCopy()));

    static Stream<String> schemas() {
        List<String> names = new ArrayList<>();
        CONTRACT.at("/components/schemas").fieldNames().forEachRemaining(names::add);
        return names.stream();
    }

    @Test
    void hasTheSameOperationsAndMembers() {
        assertThat(FORM.path("openapi").asText()).isEqualTo("3.0.3");
        assertThat(ContractFacts.of(FORM)).isEqualTo(ContractFacts.of(CONTRACT));
    }

    /** OpenAPI 3.0 has no mutualTLS. */
    @Test
    void lacksClientCertificatesAmongTheWaysToAuthenticate() {
        ObjectNode expected = CONTRACT.deepCopy();
        ((ObjectNode) expected.at("/components/securitySchemes")).remove("clientCertificate");
        ((ArrayNode) expected.path("security")).remove(expected.path("security").size() - 1);

        assertThat(FORM.at("/components/securitySchemes")).isEqualTo(expected.at("/components/securitySchemes"));
        assertThat(FORM.path("security")).isEqualTo(expected.path("security"));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void hasTheSameLimits(String schema) {
        String pointer = "/components/schemas/" + schema;

        assertThat(limits(FORM.at(pointer))).containsExactlyInAnyOrderElementsOf(limits(CONTRACT.at(pointer)));
    }

    @Test
    void usesOnlyKeywordsOf30() {
        assertThat(FORM.at("/components/schemas").toString())
                .doesNotContain("\"const\"", "\"examples\"", "\"null\"", "\"if\"", "[\"string\"");
    }

    @Test
    void validatesEveryCorpusDocumentAlike() {
        List<Specimen> specimens = Corpus.specimens()
                .filter(specimen -> !specimen.schema().endsWith("Event"))
                .toList();

        assertThat(specimens).hasSizeGreaterThan(500).allSatisfy(specimen -> assertThat(passes(FORM_SCHEMAS, specimen))
                .as(specimen.toString())
                .isEqualTo(passes(CONTRACT_SCHEMAS, specimen)));
    }

    private static boolean passes(DocumentSchemas schemas, Specimen specimen) {
        return schemas.errors(specimen.schema(), specimen.json()).isEmpty();
    }

    private static List<String> limits(JsonNode schema) {
        List<String> found = new ArrayList<>();
        schema.properties().forEach(member -> {
            boolean constant = "const".equals(member.getKey());
            if (constant
                    || (LIMITS.contains(member.getKey()) && !member.getValue().isObject())) {
                found.add(constant ? "enum [" + member.getValue() + "]" : member.getKey() + " " + member.getValue());
            }
        });
        schema.forEach(child -> found.addAll(limits(child)));
        return found;
    }

    private static ObjectNode form() {
        try (InputStream stream = Contract30Test.class.getResourceAsStream("openapi-3.0.json")) {
            return (ObjectNode) ContractJson.mapper().readTree(stream);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static ObjectNode withoutConditions(JsonNode tree) {
        tree.findParents("if").forEach(parent -> ((ObjectNode) parent).remove(CONDITIONS));
        return (ObjectNode) tree;
    }

    /** {@code nullable} as 3.0.3 defines it: the type, and only the type, allows null too. */
    private static JsonNode inTypes(JsonNode tree) {
        if (tree instanceof ObjectNode schema && schema.path("nullable").asBoolean()) {
            ArrayNode types =
                    schema.arrayNode().add(schema.path("type").asText()).add("null");
            schema.set("type", types);
        }
        tree.forEach(Contract30Test::inTypes);
        return tree;
    }
}
