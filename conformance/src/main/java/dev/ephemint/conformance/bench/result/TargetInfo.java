package dev.ephemint.conformance.bench.result;

import java.util.List;
import java.util.Optional;

/**
 * A target of a run.
 *
 * @param differences where the request that arrived at the vendor, or the response, differs from what it should be
 * @param skipped why it was not measured
 */
public record TargetInfo(String id, String title, String version, List<String> differences, Optional<String> skipped) {
    public TargetInfo {
        differences = List.copyOf(differences);
    }
}
