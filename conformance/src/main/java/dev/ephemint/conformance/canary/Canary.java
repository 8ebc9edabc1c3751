package dev.ephemint.conformance.canary;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A body that breaks one constraint of a schema and nothing else.
 *
 * @param place where, as a vendor writes it: {@code session.tools[0].name}
 * @param intact the same body with the constraint kept
 */
public record Canary(String place, Constraint constraint, JsonNode intact, JsonNode broken) {
    /** Names the canary in reports. */
    public String id() {
        return place + " " + constraint;
    }

    @Override
    public String toString() {
        return id() + " " + broken;
    }
}
