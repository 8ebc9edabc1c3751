package dev.ephemint.conformance.diff.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.ephemint.conformance.diff.change.Side;
import dev.ephemint.conformance.diff.change.Usage;
import dev.ephemint.conformance.diff.schema.ChangeRecorder;
import dev.ephemint.conformance.diff.schema.SchemaWalk;
import dev.ephemint.conformance.diff.schema.Spot;

/** Compares the responses of one operation: statuses, headers and bodies. */
final class ResponseWalk {
    private final ChangeRecorder changes;
    private final SchemaWalk schemas;
    private final ContentWalk content;

    ResponseWalk(ChangeRecorder changes, SchemaWalk schemas, ContentWalk content) {
        this.changes = changes;
        this.schemas = schemas;
        this.content = content;
    }

    /** @param spot of the {@code responses} */
    void compare(Spot spot, JsonNode old, JsonNode now, String operation) {
        for (String status : Nodes.names(old, now)) {
            Usage usage = new Usage(operation, Side.RESPONSE, status, "");
            Spot place = spot.at(status);
            if (!old.has(status)) {
                String kind = old.has("default") ? "status.added" : "status.added-uncovered";
                changes.add(kind, place, usage, old.path(status), now.path(status));
            } else if (!now.has(status)) {
                changes.add("status.removed", place, usage, old.path(status), now.path(status));
            } else {
                compareResponse(place, old.get(status), now.get(status), usage);
            }
        }
    }

    private void compareResponse(Spot spot, JsonNode old, JsonNode now, Usage usage) {
        Spot place = resolved(spot, old, now);
        JsonNode was = schemas.before().resolve(old);
        JsonNode is = schemas.after().resolve(now);
        content.compareTexts(place, was, is, usage);
        content.compare(place, was, is, usage);
        compareHeaders(place.at("headers"), was.path("headers"), is.path("headers"), usage);
    }

    private void compareHeaders(Spot spot, JsonNode old, JsonNode now, Usage usage) {
        for (String name : Nodes.names(old, now)) {
            Usage header = new Usage(usage.operation(), usage.side(), usage.part() + " header " + name, "");
            if (!old.has(name) || !now.has(name)) {
                changes.add(
                        old.has(name) ? "header.removed" : "header.added",
                        spot.at(name),
                        header,
                        old.path(name),
                        now.path(name));
            } else {
                compareHeader(spot.at(name), old.get(name), now.get(name), header);
            }
        }
    }

    private void compareHeader(Spot spot, JsonNode old, JsonNode now, Usage usage) {
        Spot place = resolved(spot, old, now);
        JsonNode was = schemas.before().resolve(old);
        JsonNode is = schemas.after().resolve(now);
        boolean required = is.path("required").asBoolean();
        if (was.path("required").asBoolean() != required) {
            String kind = required ? "header.became-required" : "header.became-optional";
            changes.add(kind, place, usage, BooleanNode.valueOf(!required), BooleanNode.valueOf(required));
        }
        content.compareTexts(place, was, is, usage);
        content.compareSchema(place, was, is, usage);
    }

    /** The place of what two references point to. */
    private Spot resolved(Spot spot, JsonNode old, JsonNode now) {
        String before = schemas.before().resolve(spot.before(), old);
        String after = schemas.after().resolve(spot.after(), now);
        return new Spot(before, after, before.equals(spot.before()) ? spot.name() : before);
    }
}
