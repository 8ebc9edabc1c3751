package dev.ephemint.conformance.diff.consequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.conformance.diff.change.Change;
import dev.ephemint.conformance.diff.mutation.SpecMutation;
import dev.ephemint.conformance.diff.walk.DocumentDiff;
import dev.ephemint.conformance.polyglot.client.GeneratedClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImpactsTest {
    private static final Map<String, SpecMutation> MUTATIONS =
            SpecMutation.all().stream().collect(Collectors.toMap(SpecMutation::id, mutation -> mutation));

    /** One line a fact: mutation, consumer, verdict. */
    @ParameterizedTest
    @CsvSource({
        // callers and readers
        "value-narrowed-to-a-const, callers, BREAKS",
        "value-narrowed-to-a-const, readers, PASSES",
        "response-expiry-became-nullable, callers, PASSES",
        "response-expiry-became-nullable, readers, BREAKS",
        "description-reworded, callers, PASSES",
        // dialects: the member is there, is not there, is in the other shape only
        "value-narrowed-to-a-const, dialect openai, BREAKS",
        "value-narrowed-to-a-const, dialect azure-preview, PASSES",
        "response-expiry-became-nullable, dialect openai, PASSES",
        "response-expiry-became-nullable, dialect azure-preview, UNKNOWN",
        "request-member-added, dialect openai, UNKNOWN",
        "pattern-added, dialect azure, BREAKS",
        "pattern-removed, dialect azure, PASSES",
        "default-in-prose-changed, dialect openai, UNKNOWN",
        "operation-renamed, dialect openai, PASSES",
        // recordings, canaries and scenarios
        "request-member-removed, canaries, BREAKS",
        "minimum-raised, canaries, PASSES",
        "maximum-raised, canaries, BREAKS",
        "maximum-raised, scenarios, BREAKS",
        "type-changed, tapes, BREAKS",
        "type-changed, scenarios, BREAKS",
        "response-const-changed, tapes, BREAKS",
        "operation-removed, tapes, BREAKS",
        "operation-removed, canaries, BREAKS",
        "description-reworded, tapes, PASSES",
        "response-expiry-became-optional, scenarios, PASSES",
        // SDKs
        "value-narrowed-to-a-const, sdk openai-python 3.57.0, BREAKS",
        "default-in-prose-changed, sdk openai-python 3.57.0, PASSES",
        "null-put-in-as-a-union, sdk openai-go 3.98.0, PASSES",
        "operation-removed, sdk openai-go 3.98.0, PASSES",
        "operation-removed, sdk openai-node 7.57.0, BREAKS",
        "response-header-removed, sdk openai-node 7.57.0, UNKNOWN",
        // generated clients
        "value-narrowed-to-a-const, client python, UNKNOWN",
        "description-reworded, client python, PASSES",
        // events
        "event-type-changed, dialect openai, BREAKS",
        "event-type-changed, tapes, BREAKS",
        "event-member-became-optional, readers, BREAKS",
        "event-member-became-optional, dialect openai, PASSES"
    })
    void decidesPerConsumer(String mutation, String consumer, Verdict verdict) {
        List<Impact> impacts = impacts(mutation, ClientResults.none());

        assertThat(impacts.stream()
                        .flatMap(impact -> impact.consequences().stream())
                        .filter(consequence -> consequence.consumer().equals(consumer))
                        .map(Consequence::verdict)
                        .max(Verdict::compareTo))
                .as(() -> impacts.toString())
                .isEqualTo(Optional.of(verdict));
    }

    @Test
    void saysWhichTapesBreak() {
        assertThat(impacts("type-changed", ClientResults.none()))
                .flatExtracting(Impact::consequences)
                .filteredOn(consequence -> consequence.consumer().equals("tapes"))
                .extracting(consequence -> consequence.because())
                .singleElement()
                .asString()
                .matches("\\d+ of \\d+: (openai|azure).*");
    }

    @Test
    void givesEveryConsumerAVerdictAndAReason() {
        assertThat(impacts("type-changed", ClientResults.none()).get(0).consequences())
                .hasSize(2 + 4 + 3 + 4 + GeneratedClient.all().size())
                .allMatch(consequence -> !consequence.because().isBlank());
    }

    @Test
    void takesResultsOfGeneratedClientsFromAFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("clients.json");
        Files.writeString(
                file, "{\"results\":[{\"client\":\"go\",\"verdict\":\"breaks\",\"because\":\"does not compile\"}]}");

        assertThat(impacts("type-changed", ClientResults.read(file)).get(0).consequences())
                .contains(new Consequence("client go", Verdict.BREAKS, "does not compile"));
    }

    @Test
    void rejectsAFileWithoutResults(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("clients.json");
        Files.writeString(file, "{}");

        assertThatThrownBy(() -> ClientResults.read(file)).hasMessageEndingWith("must have results");
    }

    @Test
    void noChangeHasNoImpact() {
        SpecMutation any = Optional.ofNullable(MUTATIONS.get("version-only")).orElseThrow();

        assertThat(Impacts.of(any.before(), any.after(), List.of(), ClientResults.none()))
                .isEmpty();
    }

    private static List<Impact> impacts(String id, ClientResults clients) {
        SpecMutation mutation = Optional.ofNullable(MUTATIONS.get(id)).orElseThrow();
        List<Change> changes = DocumentDiff.of(mutation.before(), mutation.after());
        return Impacts.of(mutation.before(), mutation.after(), changes, clients);
    }
}
