package dev.ephemint.conformance.diff.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.diff.change.Usage;

/** The same schema in both documents, and one place on the wire that has it. */
record SchemaPair(SchemaView before, SchemaView after, Spot spot, Usage usage) {

    JsonNode old(String keyword) {
        return before.schema().path(keyword);
    }

    JsonNode now(String keyword) {
        return after.schema().path(keyword);
    }

    boolean differs(String keyword) {
        return !old(keyword).equals(now(keyword));
    }

    /** Where a description or the like is written. */
    Spot textSpot() {
        return new Spot(before.textPointer(), after.textPointer(), spot.name());
    }
}
