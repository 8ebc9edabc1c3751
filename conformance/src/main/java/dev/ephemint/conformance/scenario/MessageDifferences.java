package dev.ephemint.conformance.scenario;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.json.Placeholder;
import dev.ephemint.conformance.json.TreeComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares a message with the expected one: start line, the expected headers, and the body as a tree. */
final class MessageDifferences {
    private static final String ABSENT = "{{absent}}";
    private static final String ANY = "{{any}}";

    private final List<String> found = new ArrayList<>();

    private MessageDifferences() {}

    static List<String> between(Message expected, Message actual) {
        MessageDifferences differences = new MessageDifferences();
        differences.compareStart(expected, actual);
        expected.headers().forEach(header -> differences.compareHeader(header, actual.header(header.name())));
        differences.compareBody(expected.body(), actual.body());
        return differences.found;
    }

    private void compareStart(Message expected, Message actual) {
        if (!expected.start().equals(actual.start())) {
            found.add("start: expected " + expected.start() + ", was " + actual.start());
        }
    }

    private void compareHeader(Header expected, Optional<String> actual) {
        if (!accepts(expected.value(), actual)) {
            found.add("header " + expected + ": was " + actual.orElse("(absent)"));
        }
    }

    private static boolean accepts(String expected, Optional<String> actual) {
        if (expected.equals(ABSENT)) {
            return actual.isEmpty();
        }
        return actual.isPresent()
                && Placeholder.of(expected)
                        .map(placeholder -> placeholder.accepts(TextNode.valueOf(actual.get())))
                        .orElse(expected.equals(actual.get()));
    }

    private void compareBody(String expected, String actual) {
        if (expected.equals(ANY) || expected.equals(actual)) {
            return;
        }
        if (!expected.startsWith("{") && !expected.startsWith("[")) {
            found.add("body: expected " + expected + ", was " + actual);
            return;
        }
        try {
            found.addAll(TreeComparison.differences(ExactJson.parse(expected), ExactJson.parse(actual)));
        } catch (IllegalArgumentException e) {
            found.add("body: " + e.getMessage() + ": " + actual);
        }
    }
}
