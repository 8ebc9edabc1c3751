package dev.ephemint.conformance.known;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.check.CheckPattern;
import dev.ephemint.conformance.input.InputDocument;
import dev.ephemint.conformance.input.InputSchema;
import dev.ephemint.conformance.input.InvalidInputException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a list of known failures from YAML: {@code failing} and {@code flaky}, each a list of entries. */
public final class KnownFailuresReader {
    private static final InputSchema SCHEMA = InputSchema.named("known-failures");

    private KnownFailuresReader() {}

    /** @throws InvalidInputException lists each mistake */
    public static KnownFailures read(Path file) {
        return failures(SCHEMA.read(file));
    }

    static KnownFailures parse(String subject, String text) {
        return failures(SCHEMA.parse(subject, text));
    }

    private static KnownFailures failures(InputDocument document) {
        List<KnownFailure> entries = new ArrayList<>();
        for (String list : List.of("failing", "flaky")) {
            JsonNode items = document.tree().path(list);
            for (int i = 0; i < items.size(); i++) {
                JsonNode item = items.path(i);
                document.read(list + "[" + i + "]", () -> entry(list, item)).ifPresent(entries::add);
            }
        }
        document.valid();
        return new KnownFailures(entries);
    }

    private static KnownFailure entry(String list, JsonNode entry) {
        return new KnownFailure(
                new CheckPattern(entry.get("pattern").textValue()),
                list.equals("flaky"),
                entry.get("reason").textValue(),
                Optional.ofNullable(entry.get("link")).map(JsonNode::textValue),
                LocalDate.parse(entry.get("since").textValue()),
                LocalDate.parse(entry.get("expires").textValue()));
    }
}
