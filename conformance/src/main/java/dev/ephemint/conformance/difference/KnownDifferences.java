package dev.ephemint.conformance.difference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The list of known differences. An unlisted difference fails, and so does a listed one that no longer exists. */
public record KnownDifferences(List<KnownDifference> entries) {
    public KnownDifferences {
        entries = List.copyOf(entries);
    }

    public static KnownDifferences read(Path file) {
        return new KnownDifferences(StreamSupport.stream(ExactJson.read(file).spliterator(), false)
                .map(KnownDifferences::entry)
                .toList());
    }

    private static KnownDifference entry(JsonNode node) {
        return new KnownDifference(
                text(node, "id"), text(node, "dialect"), text(node, "reason"), LocalDate.parse(text(node, "since")));
    }

    private static String text(JsonNode node, String member) {
        if (!node.path(member).isTextual()) {
            throw new IllegalArgumentException("known difference: missing " + member + ": " + node);
        }
        return node.get(member).textValue();
    }

    /**
     * Unlisted differences, and listed ones that were not observed.
     *
     * @param comparison the first word of the ids to check
     * @param observed the rest of the id of each observed difference
     */
    public List<String> contradictions(String comparison, Collection<String> observed) {
        Set<String> listed = entries.stream()
                .map(KnownDifference::id)
                .filter(id -> id.startsWith(comparison + " "))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> seen =
                observed.stream().map(id -> comparison + " " + id).collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(
                        seen.stream().filter(id -> !listed.contains(id)).map(id -> "differs and is not listed: " + id),
                        listed.stream()
                                .filter(id -> !seen.contains(id))
                                .map(id -> "is listed and no longer differs: " + id))
                .toList();
    }
}
