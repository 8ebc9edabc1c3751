package dev.ephemint.conformance.diff.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.conformance.diff.change.Usage;
import dev.ephemint.conformance.diff.document.Pointers;
import dev.ephemint.conformance.diff.schema.ChangeRecorder;
import dev.ephemint.conformance.diff.schema.Spot;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Compares where an operation is served and what authenticates a request. */
final class AccessWalk {
    private static final JsonNode NONE = MissingNode.getInstance();

    /** What people read of a scheme; no client behaves by it (OpenAPI 3.1, 4.8.27.1). */
    private static final Set<String> HINTS = Set.of("description", "bearerFormat");

    private final ChangeRecorder changes;

    AccessWalk(ChangeRecorder changes) {
        this.changes = changes;
    }

    void compareServers(Spot spot, JsonNode old, JsonNode now, Usage usage) {
        Map<String, Integer> was = Nodes.byKey(old, server -> server.path("url").asText());
        Map<String, Integer> is = Nodes.byKey(now, server -> server.path("url").asText());
        was.forEach((url, index) -> {
            if (!is.containsKey(url)) {
                changes.add("server.removed", spot.at(index.toString()), usage, old.get(index), NONE);
            }
        });
        is.forEach((url, index) -> {
            if (!was.containsKey(url)) {
                changes.add("server.added", spot.at(index.toString()), usage, NONE, now.get(index));
            }
        });
    }

    /** Each requirement is one way to authenticate; with none, or an empty one, every caller is accepted. */
    void compareSecurity(Spot spot, JsonNode old, JsonNode now, Usage usage) {
        compareSchemes(old, now, usage);
        if (old.equals(now)) {
            return;
        }
        boolean was = isOpen(old);
        boolean is = isOpen(now);
        boolean fewer = was == is ? !now.isEmpty() && lacks(old, now) : was;
        changes.add(fewer ? "security.added" : "security.removed", spot, usage, old, now);
    }

    /** The schemes that both documents offer for the operation. */
    private void compareSchemes(JsonNode old, JsonNode now, Usage usage) {
        Set<String> schemes = named(old);
        schemes.retainAll(named(now));
        for (String name : schemes) {
            Spot spot = Spot.of("/components/securitySchemes/" + Pointers.escape(name));
            JsonNode was = changes.before().tree().at(spot.before());
            JsonNode is = changes.after().tree().at(spot.after());
            for (String keyword : Nodes.names(was, is)) {
                if (!was.path(keyword).equals(is.path(keyword))) {
                    String kind = HINTS.contains(keyword) ? "description.changed" : "security-scheme.changed";
                    changes.add(kind, spot.at(keyword), usage, was.path(keyword), is.path(keyword));
                }
            }
        }
    }

    private static Set<String> named(JsonNode requirements) {
        Set<String> names = new LinkedHashSet<>();
        requirements.forEach(requirement -> requirement.fieldNames().forEachRemaining(names::add));
        return names;
    }

    private static boolean isOpen(JsonNode requirements) {
        if (requirements.isEmpty()) {
            return true;
        }
        for (JsonNode requirement : requirements) {
            if (requirement.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether some way to authenticate is gone. */
    private static boolean lacks(JsonNode old, JsonNode now) {
        for (JsonNode requirement : old) {
            boolean kept = false;
            for (JsonNode other : now) {
                kept |= other.equals(requirement);
            }
            if (!kept) {
                return true;
            }
        }
        return false;
    }
}
