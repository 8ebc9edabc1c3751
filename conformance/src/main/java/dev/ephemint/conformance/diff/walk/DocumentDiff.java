package dev.ephemint.conformance.diff.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.diff.change.Change;
import dev.ephemint.conformance.diff.change.Side;
import dev.ephemint.conformance.diff.change.Usage;
import dev.ephemint.conformance.diff.document.InvalidDocumentException;
import dev.ephemint.conformance.diff.document.Pointers;
import dev.ephemint.conformance.diff.document.SpecDocument;
import dev.ephemint.conformance.diff.schema.ChangeRecorder;
import dev.ephemint.conformance.diff.schema.Spot;
import java.util.List;
import java.util.Set;

/** The changes between two documents of one kind. */
public final class DocumentDiff {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final Usage DOCUMENT = new Usage("document", Side.REQUEST, "document", "");

    private final ChangeRecorder changes;
    private final JsonNode before;
    private final JsonNode after;

    private DocumentDiff(SpecDocument before, SpecDocument after) {
        changes = new ChangeRecorder(before, after);
        this.before = before.tree();
        this.after = after.tree();
    }

    /** Each change once, in the order of the documents; {@code info.version} is no change. */
    public static List<Change> of(SpecDocument before, SpecDocument after) {
        if (before.hasEvents() != after.hasEvents()) {
            throw new InvalidDocumentException(
                    before.name() + " and " + after.name() + ": one is OpenAPI, the other AsyncAPI");
        }
        DocumentDiff diff = new DocumentDiff(before, after);
        diff.compare(before.hasEvents());
        return diff.changes.changes();
    }

    private void compare(boolean events) {
        if (events) {
            new EventWalk(changes).compare(before, after);
        } else {
            comparePaths();
            new AccessWalk(changes)
                    .compareServers(Spot.of("/servers"), before.path("servers"), after.path("servers"), DOCUMENT);
            compareLimits();
        }
        if (changes.isEmpty() && !withoutVersion(before).equals(withoutVersion(after))) {
            compareRest();
        }
    }

    private void comparePaths() {
        OperationWalk operations = new OperationWalk(changes);
        for (String path : Nodes.names(before.path("paths"), after.path("paths"))) {
            JsonNode old = before.path("paths").path(path);
            JsonNode now = after.path("paths").path(path);
            for (String method : Nodes.names(old, now)) {
                if (METHODS.contains(method)) {
                    Spot spot = Spot.of("/paths/" + Pointers.escape(path) + "/" + method);
                    compareOperation(operations, spot, old.path(method), now.path(method), method + " " + path);
                }
            }
        }
    }

    private void compareOperation(OperationWalk walk, Spot spot, JsonNode old, JsonNode now, String name) {
        if (old.isMissingNode() || now.isMissingNode()) {
            JsonNode either = old.isMissingNode() ? now : old;
            Usage usage = new Usage(either.path("operationId").asText(name), Side.REQUEST, "operation", "");
            changes.add(old.isMissingNode() ? "operation.added" : "operation.removed", spot, usage, old, now);
        } else {
            walk.compare(spot, old, now, name);
        }
    }

    private void compareLimits() {
        JsonNode old = before.path("x-limits");
        JsonNode now = after.path("x-limits");
        for (String name : Nodes.names(old, now)) {
            if (!old.path(name).equals(now.path(name))) {
                boolean wider = !now.has(name)
                        || (old.has(name)
                                && now.get(name)
                                                .decimalValue()
                                                .compareTo(old.get(name).decimalValue())
                                        > 0);
                changes.add(
                        wider ? "document-limit.widened" : "document-limit.narrowed",
                        Spot.of("/x-limits/" + name),
                        DOCUMENT,
                        old.path(name),
                        now.path(name));
            }
        }
    }

    /** Reports what the walk does not reach, so that no difference is silent. */
    private void compareRest() {
        for (String name : Nodes.names(before, after)) {
            if (!before.path(name).equals(after.path(name))) {
                changes.add("document.changed", Spot.of("/" + name), DOCUMENT, before.path(name), after.path(name));
            }
        }
    }

    private static JsonNode withoutVersion(JsonNode document) {
        ObjectNode copy = document.deepCopy();
        ((ObjectNode) copy.path("info")).remove("version");
        return copy;
    }
}
