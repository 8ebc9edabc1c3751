package dev.ephemint.conformance.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An object of a profile, read strictly.
 *
 * @param file how errors begin
 * @param place path of this object, empty or with a dot at its end
 */
record ProfileNode(String file, String place, JsonNode node) {
    ProfileNode {
        if (!node.isObject()) {
            throw new InvalidProfileException(file + place.replaceFirst("\\.$", "") + " must be an object");
        }
    }

    void onlyNames(Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw invalid(name, "is unknown; known are " + String.join(", ", new TreeSet<>(known)));
            }
        });
    }

    Optional<ProfileNode> find(String name) {
        return node.has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    /** Empty if absent; may end in a blank. */
    String textOrEmpty(String name) {
        return node.has(name) ? text(name) : "";
    }

    ProfileNode object(String name) {
        return new ProfileNode(file, place + name + ".", required(name));
    }

    String text(String name) {
        JsonNode value = required(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw invalid(name, "must be text");
        }
        return value.textValue();
    }

    /** One of these. */
    String word(String name, Set<String> known) {
        return known(name, text(name), known);
    }

    Set<String> words(String name, Set<String> known) {
        Set<String> words = list(name);
        words.forEach(word -> known(name, word, known));
        return words;
    }

    /** Empty if absent. */
    Set<String> list(String name) {
        Set<String> texts = new LinkedHashSet<>();
        if (node.has(name) && !node.get(name).isArray()) {
            throw invalid(name, "must be a list");
        }
        node.path(name).forEach(item -> {
            if (!item.isTextual() || !texts.add(item.textValue())) {
                throw invalid(name, "must be a list of different texts, got " + item);
            }
        });
        return texts;
    }

    /** Empty if absent. */
    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (node.has(name)) {
            ProfileNode object = object(name);
            object.node.fieldNames().forEachRemaining(member -> texts.put(member, object.text(member)));
        }
        return texts;
    }

    private String known(String name, String word, Set<String> known) {
        if (!known.contains(word)) {
            throw invalid(name, "must be one of " + String.join(", ", new TreeSet<>(known)) + ", got " + word);
        }
        return word;
    }

    private JsonNode required(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw invalid(name, "is missing");
        }
        return value;
    }

    InvalidProfileException invalid(String name, String reason) {
        return new InvalidProfileException(file + place + name + ": " + reason);
    }
}
