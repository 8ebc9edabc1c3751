package dev.ephemint.conformance.diff.gate;

import dev.ephemint.conformance.diff.change.Change;
import dev.ephemint.conformance.diff.change.Subject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A changelog in Markdown: one section ({@code ## 1.2.0}) a version, one list item an entry. */
public final class Changelog {
    private static final String BREAKING = "[Breaking]";

    private final Map<String, String> sections = new LinkedHashMap<>();

    public Changelog(String text) {
        Arrays.stream(text.split("(?m)^## ", -1)).skip(1).forEach(section -> {
            String[] parts = section.split("\\R", 2);
            sections.put(parts[0].strip().split("[ \\[(]", 2)[0], parts.length > 1 ? parts[1] : "");
        });
    }

    boolean has(String version) {
        return sections.containsKey(version);
    }

    /** Whether an entry marked as breaking has the change's fingerprint, or its subject in backticks. */
    boolean names(String version, Change change) {
        return entries(version).stream()
                .filter(entry -> entry.contains(BREAKING))
                .anyMatch(entry ->
                        entry.contains(change.fingerprint()) || entry.contains("`" + Subject.of(change) + "`"));
    }

    private List<String> entries(String version) {
        return Arrays.stream(sections.getOrDefault(version, "").split("(?m)^[-*] ", -1))
                .map(String::strip)
                .collect(Collectors.toList());
    }
}
