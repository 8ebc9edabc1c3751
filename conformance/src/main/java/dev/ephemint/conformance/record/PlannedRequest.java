package dev.ephemint.conformance.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.TargetDialect;
import java.util.Set;

/**
 * A mint request that {@code record} sends.
 *
 * @param name the new tape's name, without the dialect
 * @param sets the sets that it belongs to
 * @param reason what a recording of it shows
 * @param target path and query
 * @param breaksContract whether the body breaks the contract on purpose, to record the refusal
 */
public record PlannedRequest(
        TargetDialect dialect,
        String name,
        Set<String> sets,
        String reason,
        String target,
        JsonNode body,
        boolean breaksContract) {
    public PlannedRequest {
        sets = Set.copyOf(sets);
    }

    @Override
    public String toString() {
        return dialect.id() + "/" + name;
    }
}
