package dev.ephemint.conformance.diff.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what a schema says of one value: types, null, listed values, limits, pattern and format. */
final class ValueComparison {
    private static final JsonNode NONE = MissingNode.getInstance();
    private static final Map<String, String> LOWER = Map.of(
            "minimum", "range",
            "exclusiveMinimum", "range",
            "minLength", "length",
            "minItems", "items",
            "minProperties", "members");
    private static final Map<String, String> UPPER = Map.of(
            "maximum", "range",
            "exclusiveMaximum", "range",
            "maxLength", "length",
            "maxItems", "items",
            "maxProperties", "members");

    private final ChangeRecorder changes;

    ValueComparison(ChangeRecorder changes) {
        this.changes = changes;
    }

    /** Whether the two have a type in common, so that the rest can be compared. */
    boolean compareTypes(SchemaPair pair) {
        Set<String> old = SchemaViews.types(pair.before().schema());
        Set<String> now = SchemaViews.types(pair.after().schema());
        if (old.equals(now)) {
            return true;
        }
        String action = now.containsAll(old) ? "widened" : old.containsAll(now) ? "narrowed" : "changed";
        add("type." + action, pair, "type");
        return !Collections.disjoint(old, now);
    }

    void compareNull(SchemaPair pair) {
        boolean old = isNullable(pair.before());
        boolean now = isNullable(pair.after());
        if (old != now) {
            String kind = now ? "value.became-nullable" : "value.became-non-null";
            changes.add(kind, pair.spot(), pair.usage(), BooleanNode.valueOf(old), BooleanNode.valueOf(now));
        }
    }

    /** A schema without any type allows null, too. */
    private static boolean isNullable(SchemaView view) {
        JsonNode schema = view.schema();
        return view.nullable()
                || (!view.isUnion() && !schema.has("type") && !schema.has("const") && !schema.has("enum"));
    }

    void compare(SchemaPair pair) {
        compareListed(pair);
        LOWER.forEach((keyword, area) -> compareLimit(pair, keyword, area, 1));
        UPPER.forEach((keyword, area) -> compareLimit(pair, keyword, area, -1));
        compareSteps(pair);
        if (pair.old("uniqueItems").asBoolean() != pair.now("uniqueItems").asBoolean()) {
            add(pair.now("uniqueItems").asBoolean() ? "items.narrowed" : "items.widened", pair, "uniqueItems");
        }
        for (String keyword : List.of("pattern", "format")) {
            compareText(pair, keyword);
        }
        compareApplies(pair, "x-with-type", "applies.narrowed", "applies.widened");
        compareApplies(pair, "x-not-with-type", "applies.widened", "applies.narrowed");
    }

    private void compareListed(SchemaPair pair) {
        JsonNode oldConst = pair.old("const");
        JsonNode newConst = pair.now("const");
        if (!oldConst.isMissingNode() && !newConst.isMissingNode()) {
            addIf(pair.differs("const"), "const.changed", pair, "const");
        } else if (!newConst.isMissingNode()) {
            add("const.added", pair, "const");
        } else if (!oldConst.isMissingNode()) {
            add("const.removed", pair, "const");
        } else if (pair.old("enum").isMissingNode() || pair.now("enum").isMissingNode()) {
            addIf(pair.differs("enum"), pair.now("enum").isMissingNode() ? "enum.removed" : "enum.added", pair, "enum");
        } else {
            compareValues(pair);
        }
    }

    private void compareValues(SchemaPair pair) {
        Set<JsonNode> old = new LinkedHashSet<>();
        pair.old("enum").forEach(old::add);
        Set<JsonNode> now = new LinkedHashSet<>();
        pair.now("enum").forEach(now::add);
        Spot spot = pair.spot().at("enum");
        old.stream()
                .filter(value -> !now.contains(value))
                .forEach(value -> changes.add("enum.value-removed", spot, pair.usage(), value, NONE));
        now.stream()
                .filter(value -> !old.contains(value))
                .forEach(value -> changes.add("enum.value-added", spot, pair.usage(), NONE, value));
    }

    /** @param sign 1 if a higher limit is the narrower one, else -1 */
    private void compareLimit(SchemaPair pair, String keyword, String area, int sign) {
        JsonNode old = pair.old(keyword);
        JsonNode now = pair.now(keyword);
        if (old.equals(now)) {
            return;
        }
        int narrower = old.isMissingNode()
                ? 1
                : now.isMissingNode() ? -1 : now.decimalValue().compareTo(old.decimalValue()) * sign;
        if (narrower != 0) {
            add(area + (narrower > 0 ? ".narrowed" : ".widened"), pair, keyword);
        }
    }

    private void compareSteps(SchemaPair pair) {
        if (!pair.differs("multipleOf")) {
            return;
        }
        JsonNode old = pair.old("multipleOf");
        JsonNode now = pair.now("multipleOf");
        boolean wider = now.isMissingNode()
                || (!old.isMissingNode()
                        && old.decimalValue().remainder(now.decimalValue()).compareTo(BigDecimal.ZERO) == 0);
        add(wider ? "range.widened" : "range.narrowed", pair, "multipleOf");
    }

    private void compareText(SchemaPair pair, String keyword) {
        if (pair.differs(keyword)) {
            boolean added = pair.old(keyword).isMissingNode();
            boolean removed = pair.now(keyword).isMissingNode();
            add(keyword + (added ? ".added" : removed ? ".removed" : ".changed"), pair, keyword);
        }
    }

    /**
     * Compares a list of types that limits depend on.
     *
     * @param ifAdded the kind if the keyword is new, or fewer types are named
     */
    private void compareApplies(SchemaPair pair, String keyword, String ifAdded, String ifRemoved) {
        if (!pair.differs(keyword)) {
            return;
        }
        boolean onlyForListed = keyword.equals("x-with-type");
        Set<JsonNode> old = listed(pair.old(keyword));
        Set<JsonNode> now = listed(pair.now(keyword));
        if (old.isEmpty() || now.isEmpty()) {
            add(old.isEmpty() ? ifAdded : ifRemoved, pair, keyword);
        } else if (now.containsAll(old)) {
            add(onlyForListed ? ifRemoved : ifAdded, pair, keyword);
        } else {
            add(old.containsAll(now) != onlyForListed ? ifRemoved : ifAdded, pair, keyword);
        }
    }

    private static Set<JsonNode> listed(JsonNode types) {
        Set<JsonNode> listed = new LinkedHashSet<>();
        types.forEach(listed::add);
        return listed;
    }

    private void addIf(boolean condition, String kind, SchemaPair pair, String keyword) {
        if (condition) {
            add(kind, pair, keyword);
        }
    }

    private void add(String kind, SchemaPair pair, String keyword) {
        changes.add(kind, pair.spot().at(keyword), pair.usage(), pair.old(keyword), pair.now(keyword));
    }
}
