package dev.ephemint.conformance.diff.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ephemint.conformance.diff.document.SpecDocument;
import dev.ephemint.conformance.diff.document.SpecSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One change of the released contract.
 *
 * @param expected class by rule
 */
public record SpecMutation(String id, SpecDocument before, SpecDocument after, Map<String, String> expected) {
    private static final Path FILE = Path.of("src/test/resources/spec-mutations/mutations.yaml");
    private static final Path ROOT = Path.of("..");
    private static final SpecDocument OPERATIONS =
            SpecSources.ofOperations(ROOT).find("0.1.0");
    private static final SpecDocument EVENTS = SpecSources.ofEvents(ROOT).find("0.1.0");

    private static final List<SpecMutation> ALL = read();

    public static List<SpecMutation> all() {
        return ALL;
    }

    private static List<SpecMutation> read() {
        List<SpecMutation> all = new ArrayList<>();
        try {
            new YAMLMapper().readTree(FILE.toFile()).forEach(entry -> all.add(of(entry)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(all);
    }

    private static SpecMutation of(JsonNode entry) {
        SpecDocument released = entry.has("document") ? EVENTS : OPERATIONS;
        JsonNode before = JsonPatch.apply(released.tree(), entry.path("given"));
        JsonNode after = JsonPatch.apply(before, entry.path("change"));
        Map<String, String> expected = new TreeMap<>();
        entry.get("expect")
                .properties()
                .forEach(rule -> expected.put(rule.getKey(), rule.getValue().textValue()));
        return new SpecMutation(
                entry.get("id").textValue(),
                SpecDocument.of("before", before),
                SpecDocument.of("after", after),
                expected);
    }

    public boolean isBreaking() {
        return expected.containsValue("breaking");
    }

    @Override
    public String toString() {
        return id;
    }
}
