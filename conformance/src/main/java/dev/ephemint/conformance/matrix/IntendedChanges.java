package dev.ephemint.conformance.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.matrix.IntendedChange.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the changes that Ephemint makes on purpose. */
final class IntendedChanges {
    private static final Set<String> MEMBERS = Set.of(
            "id", "reason", "since", "dialects", "vendor", "caller", "member", "if", "only", "rejects", "becomes");

    private IntendedChanges() {}

    /** In the order in which they apply. */
    static List<IntendedChange> ofEphemint() {
        return read(KitData.path("matrix/intended-changes.yaml"));
    }

    static List<IntendedChange> read(Path file) {
        try {
            JsonNode entries = new YAMLMapper().readTree(Files.readString(file));
            return stream(entries).map(IntendedChanges::entry).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IntendedChange entry(JsonNode entry) {
        String id = required(entry, "id");
        entry.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                throw new IllegalArgumentException(id + ": unknown member " + name);
            }
        });
        return new IntendedChange(
                id,
                required(entry, "reason"),
                required(entry, "since"),
                dialects(entry.path("dialects")),
                required(entry, "vendor").equals("flat"),
                Optional.ofNullable(entry.get("caller"))
                        .map(caller -> caller.asText().equals("flat")),
                required(entry, "member"),
                stream(entry.path("if"))
                        .map(state -> State.valueOf(state.asText().toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toUnmodifiableSet()),
                Optional.ofNullable(entry.get("only")).map(JsonNode::asText),
                entry.path("rejects").asBoolean(),
                Optional.ofNullable(entry.get("becomes")).map(value -> ExactJson.parse(value.toString())));
    }

    private static Set<TargetDialect> dialects(JsonNode names) {
        Stream<TargetDialect> dialects = names.isMissingNode()
                ? Arrays.stream(TargetDialect.values())
                : stream(names).map(name -> TargetDialect.of(name.asText()));
        return dialects.collect(Collectors.toUnmodifiableSet());
    }

    private static String required(JsonNode entry, String name) {
        if (!entry.path(name).isTextual()) {
            throw new IllegalArgumentException(name + " is missing in " + entry);
        }
        return entry.get(name).textValue();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
