package dev.ephemint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ephemint.contract.corpus.Corpus;
import dev.ephemint.contract.corpus.ExactTree;
import dev.ephemint.contract.corpus.Specimen;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusTest {

    private static final DocumentSchemas OPERATIONS = new DocumentSchemas(Document.CONTRACT.tree());
    private static final DocumentSchemas EVENTS = new DocumentSchemas(Document.CONTRACT.events());

    private final JsonMapper unit = ContractJson.mapper();

    @Test
    void rewritesEveryDocumentUnchanged() {
        List<String> changed = Corpus.specimens()
                .filter(specimen -> !ExactTree.equal(specimen.json(), roundTrip(specimen)))
                .map(Specimen::toString)
                .toList();

        assertThat(changed).isEmpty();
    }

    @Test
    void corpusHasManyDocuments() {
        assertThat(Corpus.specimens().map(Specimen::toString))
                .hasSizeGreaterThan(1000)
                .doesNotHaveDuplicates();
    }

    @Test
    void wholeDocumentsAreValid() {
        assertThat(Corpus.specimens().filter(specimen -> !specimen.name().contains(" ")))
                .allSatisfy(specimen -> assertThat(schemas(specimen).errors(specimen.schema(), specimen.json()))
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ClientSecretRequest",
                "FlatTranscriptionSessionRequest",
                "ClientSecret",
                "FlatTranscriptionSession",
                "ErrorResponse"
            })
    void everyMemberOfTheContractIsInTheCorpus(String schema) {
        Set<String> members = new TreeSet<>(ContractFacts.members(Document.CONTRACT.tree(), schema));

        members.removeIf(member -> member.contains("{}"));
        members.removeAll(inSpecimens(schema));

        assertThat(members).isEmpty();
    }

    /** The members of a session are in the documents above. */
    @ParameterizedTest
    @ValueSource(strings = {"ServerEvent", "ClientEvent"})
    void everyMemberOfAnEventIsInTheCorpus(String schema) {
        Set<String> members = new TreeSet<>(ContractFacts.members(Document.CONTRACT.events(), schema));

        members.removeIf(member -> member.startsWith(".session."));
        members.removeAll(inSpecimens(schema));

        assertThat(members).isEmpty();
    }

    private static DocumentSchemas schemas(Specimen specimen) {
        return specimen.schema().endsWith("Event") ? EVENTS : OPERATIONS;
    }

    private static Set<String> inSpecimens(String schema) {
        Set<String> paths = new HashSet<>();
        Corpus.specimens()
                .filter(specimen -> specimen.schema().equals(schema))
                .forEach(specimen -> paths.addAll(paths("", specimen.json())));
        return paths;
    }

    private JsonNode roundTrip(Specimen specimen) {
        try {
            String text = unit.writeValueAsString(specimen.json());
            Object model = unit.readValue(text, specimen.model());
            return unit.readTree(unit.writeValueAsString(model));
        } catch (JsonProcessingException broken) {
            throw new AssertionError(specimen.toString(), broken);
        }
    }

    private static Set<String> paths(String path, JsonNode node) {
        Set<String> paths = new HashSet<>();
        node.properties().forEach(member -> {
            String child = path + "." + member.getKey();
            paths.add(child);
            paths.addAll(paths(child, member.getValue()));
        });
        if (node.isArray()) {
            node.forEach(item -> paths.addAll(paths(path + "[]", item)));
        }
        return paths;
    }
}
