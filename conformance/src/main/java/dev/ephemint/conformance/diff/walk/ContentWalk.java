package dev.ephemint.conformance.diff.walk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.diff.change.Usage;
import dev.ephemint.conformance.diff.document.Pointers;
import dev.ephemint.conformance.diff.schema.ChangeRecorder;
import dev.ephemint.conformance.diff.schema.SchemaWalk;
import dev.ephemint.conformance.diff.schema.Spot;

/** Compares the media types of a message and the schema of each. */
final class ContentWalk {
    private final ChangeRecorder changes;
    private final SchemaWalk schemas;

    ContentWalk(ChangeRecorder changes, SchemaWalk schemas) {
        this.changes = changes;
        this.schemas = schemas;
    }

    /** @param spot of the message that has {@code content} */
    void compare(Spot spot, JsonNode old, JsonNode now, Usage usage) {
        for (String mediaType : Nodes.names(old.path("content"), now.path("content"))) {
            JsonNode was = old.path("content").path(mediaType);
            JsonNode is = now.path("content").path(mediaType);
            Spot place = spot.at("content").at(Pointers.escape(mediaType));
            if (was.isMissingNode() || is.isMissingNode()) {
                String kind = was.isMissingNode() ? "media-type.added" : "media-type.removed";
                changes.add(kind, place, usage, was, is);
                continue;
            }
            compareSchema(place, was, is, usage);
            for (String keyword : new String[] {"example", "examples"}) {
                if (!was.path(keyword).equals(is.path(keyword))) {
                    changes.add("example.changed", place.at(keyword), usage, was.path(keyword), is.path(keyword));
                }
            }
        }
    }

    /** Compares the {@code schema} of a media type, a parameter or a header. */
    void compareSchema(Spot spot, JsonNode old, JsonNode now, Usage usage) {
        if (old.has("schema") && now.has("schema")) {
            schemas.compare(spot.at("schema"), old.get("schema"), now.get("schema"), usage);
        } else if (old.has("schema") != now.has("schema")) {
            String kind = now.has("schema") ? "type.narrowed" : "type.widened";
            changes.add(kind, spot.at("schema"), usage, old.path("schema"), now.path("schema"));
        }
    }

    /** Compares the description of anything that is no schema. */
    void compareTexts(Spot spot, JsonNode old, JsonNode now, Usage usage) {
        for (String keyword : new String[] {"summary", "description"}) {
            if (!old.path(keyword).equals(now.path(keyword))) {
                changes.add("description.changed", spot.at(keyword), usage, old.path(keyword), now.path(keyword));
            }
        }
    }
}
