package dev.ephemint.conformance.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.record.RedactionRules;
import dev.ephemint.conformance.record.ValueKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The differences between two redacted trees, by JSON pointer. */
final class TreeDrift {
    private static final RedactionRules RULES = RedactionRules.defaults();

    private final ContractValues listed;
    private final List<Change> changes = new ArrayList<>();

    TreeDrift(ContractValues listed) {
        this.listed = listed;
    }

    List<Change> changes(String at, JsonNode before, JsonNode after) {
        compare(at, "", before, after);
        return List.copyOf(changes);
    }

    private void compare(String at, String name, JsonNode before, JsonNode after) {
        if (before.isNull() || after.isNull()) {
            compareNull(at, before, after);
        } else if (type(before) != type(after)) {
            add(DriftKind.TYPE_CHANGED, at, before, after);
        } else if (before.isObject()) {
            compareMembers(at, before, after);
        } else if (before.isArray()) {
            compareItems(at, name, before, after);
        } else {
            compareValues(at, name, before, after);
        }
    }

    private void compareNull(String at, JsonNode before, JsonNode after) {
        if (!before.isNull()) {
            add(DriftKind.VALUE_TO_NULL, at, before, after);
        } else if (!after.isNull()) {
            add(DriftKind.NULL_TO_VALUE, at, before, after);
        }
    }

    private void compareMembers(String at, JsonNode before, JsonNode after) {
        Set<String> names = new TreeSet<>();
        Stream.of(before, after).forEach(tree -> tree.fieldNames().forEachRemaining(names::add));
        for (String name : names) {
            String member = at + "/" + name.replace("~", "~0").replace("/", "~1");
            JsonNode old = before.get(name);
            JsonNode current = after.get(name);
            if (old != null && current != null) {
                compare(member, name, old, current);
            } else if (old != null) {
                add(old.isNull() ? DriftKind.NULL_TO_ABSENT : DriftKind.MEMBER_GONE, member, old, null);
            } else if (current != null) {
                add(current.isNull() ? DriftKind.ABSENT_TO_NULL : DriftKind.MEMBER_NEW, member, null, current);
            }
        }
    }

    /** A list of texts is a set: its order is not a fact. */
    private void compareItems(String at, String name, JsonNode before, JsonNode after) {
        if (isOfTexts(before) && isOfTexts(after)) {
            Set<JsonNode> old = items(before);
            Set<JsonNode> current = items(after);
            old.stream()
                    .filter(item -> !current.contains(item))
                    .forEach(item -> add(DriftKind.ITEM_GONE, at, item, null));
            current.stream().filter(item -> !old.contains(item)).forEach(item -> {
                add(DriftKind.ITEM_NEW, at, null, item);
                reportUnlisted(at + "/0", item);
            });
            return;
        }
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            String item = at + "/" + i;
            if (i >= after.size()) {
                add(DriftKind.ITEM_GONE, item, before.get(i), null);
            } else if (i >= before.size()) {
                add(DriftKind.ITEM_NEW, item, null, after.get(i));
            } else {
                compare(item, name, before.get(i), after.get(i));
            }
        }
    }

    private void compareValues(String at, String name, JsonNode before, JsonNode after) {
        ValueKind kind = RULES.member(name).orElse(ValueKind.PLAIN);
        if (kind == ValueKind.TIME) {
            compareForms(at, ValueForm.ofTime(before), ValueForm.ofTime(after));
        } else if (kind != ValueKind.PLAIN && before.isTextual()) {
            compareForms(at, ValueForm.ofId(before.textValue()), ValueForm.ofId(after.textValue()));
        } else if (!same(before, after)) {
            add(DriftKind.VALUE_CHANGED, at, before, after);
            reportUnlisted(at, after);
        }
    }

    private void compareForms(String at, ValueForm before, ValueForm after) {
        if (!before.agrees(after)) {
            changes.add(new Change(DriftKind.FORM_CHANGED, at, before.toString(), after.toString()));
        }
    }

    private void reportUnlisted(String at, JsonNode value) {
        Set<String> values = listed.at(at);
        if (value.isTextual() && !values.isEmpty() && !values.contains(value.textValue())) {
            changes.add(new Change(
                    DriftKind.VALUE_UNLISTED, at, String.join(", ", new TreeSet<>(values)), value.textValue()));
        }
    }

    private static boolean same(JsonNode before, JsonNode after) {
        return before.isNumber()
                ? before.decimalValue().equals(after.decimalValue())
                : ValueForm.unnumbered(before.asText()).equals(ValueForm.unnumbered(after.asText()));
    }

    private static JsonNodeType type(JsonNode node) {
        return node.getNodeType();
    }

    private static boolean isOfTexts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).allMatch(JsonNode::isTextual);
    }

    private static Set<JsonNode> items(JsonNode list) {
        Set<JsonNode> items = new LinkedHashSet<>();
        list.forEach(items::add);
        return items;
    }

    private void add(DriftKind kind, String at, @Nullable JsonNode before, @Nullable JsonNode after) {
        changes.add(new Change(kind, at, text(before), text(after)));
    }

    private static String text(@Nullable JsonNode node) {
        return node == null ? Change.ABSENT : ExactJson.write(node);
    }
}
