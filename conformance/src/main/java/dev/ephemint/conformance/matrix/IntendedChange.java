package dev.ephemint.conformance.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.TargetDialect;
import java.util.Optional;
import java.util.Set;

/**
 * A change that Ephemint makes on purpose, or a rejection that the schema does not state, as data.
 *
 * @param pointer the member, in the vendor's shape
 * @param states what of the member is changed
 * @param only the text to which a change of a present member is limited
 * @param rejects whether the request is rejected for it, instead of being changed
 * @param value what it becomes; empty if it is left out
 */
record IntendedChange(
        String id,
        String reason,
        String since,
        Set<TargetDialect> dialects,
        boolean flatVendor,
        Optional<Boolean> flatCaller,
        String pointer,
        Set<State> states,
        Optional<String> only,
        boolean rejects,
        Optional<JsonNode> value) {

    enum State {
        ABSENT,
        NULL,
        EMPTY,
        PRESENT
    }

    boolean concerns(Flow flow) {
        return dialects.contains(flow.dialect())
                && flatVendor == flow.dialect().operation().isFlat()
                && flatCaller.map(flat -> flat == flow.operation().isFlat()).orElse(true);
    }

    /** Whether a request that arrives as this tree is rejected. */
    boolean rejects(ObjectNode tree) {
        String parent = pointer.substring(0, pointer.lastIndexOf('/'));
        return rejects && tree.at(parent).isObject() && concerns(tree.at(pointer));
    }

    /** The member as a path. */
    String path() {
        return pointer.substring(1).replace('/', '.');
    }

    /** Changes the tree; returns whether there was something to change. */
    boolean apply(ObjectNode tree) {
        int last = pointer.lastIndexOf('/');
        String parent = pointer.substring(0, last);
        String name = pointer.substring(last + 1);
        JsonNode around = tree.at(parent);
        if (rejects || !concerns(tree.at(pointer)) || !(around.isMissingNode() || around.isObject())) {
            return false;
        }
        if (value.isPresent()) {
            object(tree, parent).set(name, value.get());
            return true;
        }
        return tree.at(parent) instanceof ObjectNode object && object.remove(name) != null;
    }

    private boolean concerns(JsonNode member) {
        return states.contains(state(member))
                && only.map(text -> member.asText("").equals(text)).orElse(true);
    }

    private static ObjectNode object(ObjectNode tree, String parent) {
        return parent.isEmpty() ? tree : tree.withObject(parent, JsonNode.OverwriteMode.ALL, true);
    }

    private static State state(JsonNode node) {
        if (node.isMissingNode()) {
            return State.ABSENT;
        }
        if (node.isNull()) {
            return State.NULL;
        }
        return node.isObject() && node.isEmpty() ? State.EMPTY : State.PRESENT;
    }
}
