package dev.ephemint.conformance.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.contract.redaction.Redactor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces credentials, accounts and ids of one exchange by placeholders, in texts, names and JSON within texts. */
final class TapeRedactor {
    private static final Pattern ID = Pattern.compile("(?=.*\\d)[\\w.:/-]{8,}");
    private static final Pattern ACCOUNT_ID = Pattern.compile("(?:org|proj|sess|asst)-.*");
    private static final Redactor SHAPES = Redactor.ofShapes();

    /** JSON in a text in a JSON in a text is as deep as vendors go. */
    private static final int DEEPEST_NESTED_JSON = 3;

    private final RedactionRules rules;
    private final Redactor known;
    private final Placeholders placeholders = new Placeholders();

    /** @param known knows the caller's credentials */
    TapeRedactor(RedactionRules rules, Redactor known) {
        this.rules = rules;
        this.known = known;
    }

    JsonNode tree(JsonNode tree) {
        return tree(tree, ValueKind.PLAIN, 0);
    }

    String header(String name, String value) {
        return value(rules.header(name), value, 0);
    }

    private JsonNode tree(JsonNode tree, ValueKind around, int nested) {
        if (tree instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties()
                    .forEach(member -> copy.set(
                            text(member.getKey()),
                            tree(member.getValue(), kind(member.getKey(), member.getValue(), around), nested)));
            return copy;
        }
        if (tree instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode(array.size());
            array.forEach(item -> copy.add(tree(item, around, nested)));
            return copy;
        }
        return tree.isTextual() ? TextNode.valueOf(value(around, tree.textValue(), nested)) : tree;
    }

    /** The rule for an object's name is for every text in it, except for {@code client_secret}, which has members. */
    private ValueKind kind(String name, JsonNode value, ValueKind around) {
        ValueKind own = rules.member(name).orElse(ValueKind.PLAIN);
        if (own == ValueKind.PLAIN) {
            return around;
        }
        return name.equals("client_secret") && value.isObject() ? around : own;
    }

    private String value(ValueKind kind, String value, int nested) {
        return switch (kind) {
            case TOKEN, ACCOUNT, EMAIL, HOST, KEY -> value.isEmpty() ? value : placeholders.of(kind, value);
            case ID -> ID.matcher(value).matches() ? placeholders.of(kind, value) : text(value);
            case PLAIN, TIME -> isNestedJson(value, nested) ? nestedJson(value, nested + 1) : text(value);
        };
    }

    private static boolean isNestedJson(String value, int nested) {
        String stripped = value.strip();
        return nested < DEEPEST_NESTED_JSON && (stripped.startsWith("{") || stripped.startsWith("["));
    }

    private String nestedJson(String value, int nested) {
        try {
            JsonNode tree = ExactJson.parse(value);
            JsonNode redacted = tree(tree, ValueKind.PLAIN, nested);
            return redacted.equals(tree) ? value : text(ExactJson.write(redacted));
        } catch (IllegalArgumentException notJson) {
            return text(value);
        }
    }

    /** The caller's credentials first: a part of one may look like an id. */
    String text(String text) {
        String redacted = known.hide(text).replace(Redactor.HIDDEN, Placeholders.KEY);
        for (RedactionRules.InText rule : rules.patterns()) {
            redacted = rule.pattern()
                    .matcher(redacted)
                    .replaceAll(found -> Matcher.quoteReplacement(placeholders.of(rule.kind(), found.group())));
        }
        for (String piece : SHAPES.findIn(redacted)) {
            boolean account = ACCOUNT_ID.matcher(piece).matches();
            redacted = redacted.replace(piece, placeholders.of(account ? ValueKind.ID : ValueKind.KEY, piece));
        }
        return redacted;
    }
}
