package dev.ephemint.conformance.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares two JSON trees and reports the paths that differ; numbers must have the same digits. */
public final class TreeComparison {
    private final List<String> differences = new ArrayList<>();

    private TreeComparison() {}

    /** One line per difference, by JSON pointer; empty if the trees are equal. Placeholders in the expected tree count. */
    public static List<String> differences(JsonNode expected, JsonNode actual) {
        TreeComparison trees = new TreeComparison();
        trees.compare("", expected, actual);
        return List.copyOf(trees.differences);
    }

    private void compare(String path, @Nullable JsonNode expected, @Nullable JsonNode actual) {
        if (expected == null || actual == null) {
            report(path, expected, actual);
            return;
        }
        Optional<Placeholder> placeholder = Placeholder.of(expected);
        if (placeholder.isPresent()) {
            reportUnless(placeholder.get().accepts(actual), path, expected, actual);
        } else if (expected.isObject() && actual.isObject()) {
            compareMembers(path, expected, actual);
        } else if (expected.isArray() && actual.isArray()) {
            compareItems(path, expected, actual);
        } else {
            reportUnless(sameValue(expected, actual), path, expected, actual);
        }
    }

    private void compareMembers(String path, JsonNode expected, JsonNode actual) {
        TreeSet<String> names = new TreeSet<>();
        expected.fieldNames().forEachRemaining(names::add);
        actual.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            compare(path + "/" + name, expected.get(name), actual.get(name));
        }
    }

    private void compareItems(String path, JsonNode expected, JsonNode actual) {
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            compare(path + "/" + i, expected.get(i), actual.get(i));
        }
    }

    private static boolean sameValue(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().equals(actual.decimalValue());
        }
        return expected.equals(actual);
    }

    private void reportUnless(boolean same, String path, JsonNode expected, JsonNode actual) {
        if (!same) {
            report(path, expected, actual);
        }
    }

    private void report(String path, @Nullable JsonNode expected, @Nullable JsonNode actual) {
        differences.add((path.isEmpty() ? "(root)" : path) + ": expected " + text(expected) + ", was " + text(actual));
    }

    private static String text(@Nullable JsonNode node) {
        return node == null ? "(absent)" : ExactJson.write(node);
    }
}
