package dev.ephemint.conformance.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.matrix.Leg;
import dev.ephemint.conformance.truth.Statement.Grade;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads statements and rulings; an entry that is not in their form is an error that names it. */
final class TruthReader {
    private static final Set<String> STATEMENT =
            Set.of("member", "side", "dialects", "source", "date", "grade", "says");
    private static final Set<String> RULING = Set.of("shape", "side", "member", "accepts", "lacks", "note");

    private TruthReader() {}

    static List<Statement> statements(Path file) {
        return entries(file).map(entry -> statement(known(entry, STATEMENT))).toList();
    }

    static List<Ruling> rulings(Path file) {
        return entries(file).map(entry -> ruling(known(entry, RULING))).toList();
    }

    private static Statement statement(JsonNode entry) {
        return new Statement(
                text(entry, "member"),
                side(entry),
                dialects(entry.path("dialects")),
                text(entry, "source"),
                date(entry),
                one(entry, "grade", Grade.class),
                text(entry, "says"));
    }

    private static Ruling ruling(JsonNode entry) {
        return new Ruling(
                text(entry, "shape").equals("flat")
                        ? MintOperation.createTranscriptionSession
                        : MintOperation.createClientSecret,
                side(entry),
                text(entry, "member"),
                Set.of(text(entry, "accepts").split("\\|", -1)),
                dialects(entry.path("lacks")),
                entry.path("note").asText(""));
    }

    private static Leg side(JsonNode entry) {
        return one(entry, "side", Leg.class);
    }

    private static <E extends Enum<E>> E one(JsonNode entry, String name, Class<E> kind) {
        try {
            return Enum.valueOf(kind, text(entry, name).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": unknown value in " + entry, e);
        }
    }

    private static String date(JsonNode entry) {
        try {
            return LocalDate.parse(text(entry, "date")).toString();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("date: must be a day such as 2026-08-21 in " + entry, e);
        }
    }

    private static Set<TargetDialect> dialects(JsonNode names) {
        return StreamSupport.stream(names.spliterator(), false)
                .map(name -> TargetDialect.of(name.asText()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String text(JsonNode entry, String name) {
        String text = entry.path(name).asText("");
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " is missing in " + entry);
        }
        return text;
    }

    private static JsonNode known(JsonNode entry, Set<String> names) {
        entry.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("unknown member " + name + " in " + entry);
            }
        });
        return entry;
    }

    private static Stream<JsonNode> entries(Path file) {
        try {
            return StreamSupport.stream(
                    new YAMLMapper().readTree(Files.readString(file)).spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
