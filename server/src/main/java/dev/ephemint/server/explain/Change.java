package dev.ephemint.server.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A changed member; a missing node if it was added or removed.
 *
 * @param member its path: {@code session.audio.input.turn_detection}
 */
record Change(String member, JsonNode before, JsonNode after) {

    /** The innermost members that differ, in the order in which they stand. */
    static List<Change> between(ObjectNode before, ObjectNode after) {
        List<Change> changes = new ArrayList<>();
        collect("", before, after, changes);
        return changes;
    }

    private static void collect(String path, JsonNode before, JsonNode after, List<Change> changes) {
        if (before.equals(after)) {
            return;
        }
        boolean objects = isObjectOrMissing(before) && isObjectOrMissing(after);
        Set<String> names = names(before, after);
        if (!objects || names.isEmpty()) {
            changes.add(new Change(path, before, after));
            return;
        }
        String prefix = path.isEmpty() ? "" : path + ".";
        names.forEach(name -> collect(prefix + name, before.path(name), after.path(name), changes));
    }

    private static boolean isObjectOrMissing(JsonNode node) {
        return node.isObject() || node instanceof MissingNode;
    }

    private static Set<String> names(JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
