package dev.ephemint.conformance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.json.ExactJson;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The failures that are no faults of the facade, from {@code schemathesis-known.json}, each with a reason. */
final class KnownFailures {

    /**
     * One entry.
     *
     * @param signature a regular expression on the whole signature of a failure
     * @param dialects those that it is for
     * @param nightly whether only the long run comes upon it
     */
    record Entry(Pattern signature, Set<String> dialects, boolean nightly, String reason) {
        boolean covers(TargetDialect dialect, FuzzFailure failure) {
            return dialects.contains(dialect.id())
                    && signature.matcher(failure.signature()).matches();
        }
    }

    private final List<Entry> entries;
    private final Set<Entry> used = new HashSet<>();

    private KnownFailures(List<Entry> entries) {
        this.entries = entries;
    }

    static KnownFailures read(Path file) {
        return new KnownFailures(StreamSupport.stream(ExactJson.read(file).spliterator(), false)
                .map(KnownFailures::entry)
                .toList());
    }

    private static Entry entry(JsonNode entry) {
        Set<String> dialects = new HashSet<>();
        entry.path("dialects").forEach(dialect -> dialects.add(dialect.textValue()));
        return new Entry(
                Pattern.compile(entry.path("signature").textValue()),
                dialects,
                entry.path("nightly").asBoolean(),
                entry.path("reason").textValue());
    }

    List<Entry> entries() {
        return entries;
    }

    /** Those that no entry covers. */
    List<FuzzFailure> unknown(TargetDialect dialect, List<FuzzFailure> failures) {
        return failures.stream()
                .filter(failure -> {
                    List<Entry> covering = entries.stream()
                            .filter(entry -> entry.covers(dialect, failure))
                            .toList();
                    used.addAll(covering);
                    return covering.isEmpty();
                })
                .toList();
    }

    /** Entries that should have covered something by now and did not. */
    List<Entry> unused(boolean nightly) {
        return entries.stream()
                .filter(entry -> nightly || !entry.nightly())
                .filter(entry -> !used.contains(entry))
                .toList();
    }
}
