package dev.ephemint.conformance.known;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The list of known failures. No two entries may select the same check. */
public record KnownFailures(List<KnownFailure> entries) {
    public static final KnownFailures NONE = new KnownFailures(List.of());

    public KnownFailures {
        entries = List.copyOf(entries);
    }

    /** The entry that selects a check. */
    public Optional<KnownFailure> of(String check) {
        return entries.stream().filter(entry -> entry.pattern().matches(check)).findFirst();
    }

    /** @throws IllegalArgumentException has a line for each group of entries that select the same check */
    public void requireDistinct(List<String> checks) {
        Map<String, String> overlaps = new LinkedHashMap<>();
        for (String check : checks) {
            List<String> patterns = entries.stream()
                    .filter(entry -> entry.pattern().matches(check))
                    .map(entry -> entry.pattern().text())
                    .toList();
            if (patterns.size() > 1) {
                overlaps.putIfAbsent(String.join(" and ", patterns), check);
            }
        }
        if (!overlaps.isEmpty()) {
            throw new IllegalArgumentException(overlaps.entrySet().stream()
                    .map(overlap -> overlap.getKey() + " select the same check: " + overlap.getValue())
                    .collect(Collectors.joining("\n")));
        }
    }

    /** Entries that select none of these checks. */
    public List<KnownFailure> unmatched(List<String> checks) {
        return entries.stream()
                .filter(entry -> checks.stream().noneMatch(entry.pattern()::matches))
                .toList();
    }
}
