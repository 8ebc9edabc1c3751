package dev.ephemint.server.policy.caller;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Set;

/**
 * Texts that a policy allows; if there are none, it allows any.
 *
 * @param schema the same as JSON Schema, sorted; each token shows it, so it is made once and is read-only
 */
public record AllowedTexts(Set<String> values, ObjectNode schema) {

    public static AllowedTexts of(Collection<String> values) {
        ArrayNode sorted = JsonNodeFactory.instance.arrayNode(values.size());
        values.stream().sorted().forEach(sorted::add);
        return new AllowedTexts(Set.copyOf(values), Bound.schema("enum", sorted));
    }

    boolean areAny() {
        return values.isEmpty();
    }

    boolean allow(String text) {
        return values.isEmpty() || values.contains(text);
    }

    boolean include(Collection<String> texts) {
        return values.containsAll(texts);
    }

    /** The first of them, for a message. */
    String words() {
        return Words.texts(values);
    }
}
