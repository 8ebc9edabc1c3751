package dev.ephemint.conformance.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/**
 * One statement of a schema about the values at a path.
 *
 * @param used whether a value shows it at all
 * @param broken whether a value, in a body that the contract rejects, breaks it
 * @param breakable whether any value could break it
 */
record Constraint(Part part, Predicate<JsonNode> used, Predicate<JsonNode> broken, boolean breakable) {

    static Constraint limit(Part part, Predicate<JsonNode> concerns, Predicate<JsonNode> holds) {
        return new Constraint(part, concerns, value -> concerns.test(value) && !holds.test(value), true);
    }

    static Constraint shown(Part part, Predicate<JsonNode> used) {
        return new Constraint(part, used, value -> false, false);
    }
}
