package dev.ephemint.conformance.bench.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a run found.
 *
 * @param started when, as ISO 8601 in UTC
 * @param form {@code long} or {@code short}
 * @param commit of the project, {@code unknown} if git does not know it
 * @param machine what it ran on, by name
 */
public record Results(
        String started,
        String form,
        String commit,
        Map<String, String> machine,
        List<TargetInfo> targets,
        Samples samples,
        List<String> notes) {

    public Results {
        targets = List.copyOf(targets);
        notes = List.copyOf(notes);
    }

    public String title(String target) {
        return targets.stream()
                .filter(info -> info.id().equals(target))
                .map(TargetInfo::title)
                .findFirst()
                .orElse(target);
    }

    public Optional<TargetInfo> target(String id) {
        return targets.stream().filter(info -> info.id().equals(id)).findFirst();
    }
}
