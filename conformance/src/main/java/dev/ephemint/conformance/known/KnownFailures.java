package dev.ephemint.conformance.known;

import java.util.List;
import java.util.Optional;

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

    /** @throws IllegalArgumentException if two entries select the same check */
    public void requireDistinct(List<String> checks) {
        for (String check : checks) {
            List<String> patterns = entries.stream()
                    .filter(entry -> entry.pattern().matches(check))
                    .map(entry -> entry.pattern().text())
                    .toList();
            if (patterns.size() > 1) {
                throw new IllegalArgumentException(String.join(" and ", patterns) + " select the same check: " + check);
            }
        }
    }

    /** Entries that select none of these checks. */
    public List<KnownFailure> unmatched(List<String> checks) {
        return entries.stream()
                .filter(entry -> checks.stream().noneMatch(entry.pattern()::matches))
                .toList();
    }
}
