package dev.ephemint.conformance.canary;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A body that violates exactly one constraint of a schema.
 *
 * @param place path of the violation, as vendors write it: {@code session.tools[0].name}
 * @param intact the same body without the violation
 */
public record Canary(String place, Constraint constraint, JsonNode intact, JsonNode broken) {
    /** Name of the canary in reports. */
    public String id() {
        return place + " " + constraint;
    }

    @Override
    public String toString() {
        return id() + " " + broken;
    }
}
