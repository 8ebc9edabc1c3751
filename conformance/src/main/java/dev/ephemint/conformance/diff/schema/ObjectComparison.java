package dev.ephemint.conformance.diff.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.ephemint.conformance.diff.change.Usage;
import dev.ephemint.conformance.diff.document.Pointers;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;

/** Compares the members and items of a schema, and whether it allows others. */
final class ObjectComparison {
    private static final Set<String> COMPARED = Set.of(
            "$ref",
            "type",
            "nullable",
            "enum",
            "const",
            "not",
            "oneOf",
            "anyOf",
            "allOf",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties",
            "pattern",
            "format",
            "discriminator",
            "if",
            "then",
            "else",
            "title",
            "description",
            "default",
            "deprecated",
            "example",
            "examples",
            "$comment",
            "externalDocs",
            "xml");

    private final ChangeRecorder changes;
    private final SchemaWalk walk;

    ObjectComparison(ChangeRecorder changes, SchemaWalk walk) {
        this.changes = changes;
        this.walk = walk;
    }

    void compare(SchemaPair pair) {
        compareMembers(pair);
        compareOthers(pair);
        if (pair.old("items").isObject() && pair.now("items").isObject()) {
            walk.compare(
                    pair.spot().at("items"),
                    pair.old("items"),
                    pair.now("items"),
                    pair.usage().inItems());
        } else if (pair.differs("items")) {
            boolean added = pair.old("items").isMissingNode();
            add(added ? "type.narrowed" : "type.widened", pair, "items");
        }
        compareConditions(pair);
        rest(pair);
    }

    void compareMembers(SchemaPair pair) {
        Set<String> names = new LinkedHashSet<>();
        for (SchemaView view : new SchemaView[] {pair.before(), pair.after()}) {
            view.schema().path("properties").fieldNames().forEachRemaining(names::add);
            view.schema().path("required").forEach(name -> names.add(name.asText()));
        }
        names.forEach(name -> compareMember(pair, name));
    }

    private void compareMember(SchemaPair pair, String name) {
        JsonNode old = pair.old("properties").path(name);
        JsonNode now = pair.now("properties").path(name);
        Spot spot = pair.spot().at("properties").at(Pointers.escape(name));
        Usage usage = pair.usage().inMember(name);
        boolean was = requires(pair.before(), name);
        boolean is = requires(pair.after(), name);
        if (old.isMissingNode() && !now.isMissingNode() && !was) {
            boolean closed = openness(pair.before()) > 0;
            String kind = is ? "added-required" : closed ? "added-where-closed" : "added-optional";
            changes.add("property." + kind, spot, usage, old, now);
        } else if (now.isMissingNode() && !old.isMissingNode() && !is) {
            changes.add("property.removed", spot, usage, old, now);
        } else {
            if (was != is) {
                String kind = is ? "property.became-required" : "property.became-optional";
                changes.add(kind, required(pair, name), usage, flag(was), flag(is));
            }
            if (!old.isMissingNode() && !now.isMissingNode()) {
                walk.compare(spot, old, now, usage);
            }
        }
    }

    /** The member's place, which is there in both documents, unless the member is only required and not described. */
    private static Spot required(SchemaPair pair, String name) {
        Spot member = pair.spot().at("properties").at(Pointers.escape(name));
        return pair.now("properties").has(name)
                ? member
                : new Spot(pair.spot().before(), pair.spot().after() + "/required", member.name());
    }

    private static JsonNode flag(boolean required) {
        return BooleanNode.valueOf(required);
    }

    private static boolean requires(SchemaView view, String name) {
        for (JsonNode required : view.schema().path("required")) {
            if (required.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void compareOthers(SchemaPair pair) {
        int old = openness(pair.before());
        int now = openness(pair.after());
        if (old != now) {
            add(now > old ? "object.closed" : "object.opened", pair, "additionalProperties");
        } else if (old == 1) {
            walk.compare(
                    pair.spot().at("additionalProperties"),
                    pair.old("additionalProperties"),
                    pair.now("additionalProperties"),
                    pair.usage().inMember("*"));
        }
    }

    /** 0 if the object allows any further members, 1 if it constrains them, 2 if it allows none. */
    private static int openness(SchemaView view) {
        JsonNode others = view.schema().path("additionalProperties");
        if (others.isBoolean()) {
            return others.booleanValue() ? 0 : 2;
        }
        return others.isEmpty() ? 0 : 1;
    }

    private void compareConditions(SchemaPair pair) {
        TypeChain old = TypeChain.of(pair.before().schema());
        TypeChain now = TypeChain.of(pair.after().schema());
        TreeMap<String, JsonNode> both = new TreeMap<>(old.schemas());
        both.putAll(now.schemas());
        both.keySet().forEach(type -> compareCondition(pair, old, now, type));
        if (!old.rest().equals(now.rest())) {
            changes.add("keyword.changed", pair.spot().at("if"), pair.usage(), old.rest(), now.rest());
        }
    }

    private void compareCondition(SchemaPair pair, TypeChain old, TypeChain now, String type) {
        JsonNode was = old.schema(type);
        JsonNode is = now.schema(type);
        Spot spot = pair.spot().at(old.step(type), now.step(type), "then " + type);
        if (was.isMissingNode() || is.isMissingNode()) {
            changes.add(was.isMissingNode() ? "condition.added" : "condition.removed", spot, pair.usage(), was, is);
        } else {
            walk.compare(spot, was, is, pair.usage());
        }
    }

    private void rest(SchemaPair pair) {
        if (pair.differs("discriminator")) {
            boolean added = pair.old("discriminator").isMissingNode();
            boolean removed = pair.now("discriminator").isMissingNode();
            add("discriminator." + (added ? "added" : removed ? "removed" : "changed"), pair, "discriminator");
        }
        Set<String> keywords = new LinkedHashSet<>();
        pair.before().schema().fieldNames().forEachRemaining(keywords::add);
        pair.after().schema().fieldNames().forEachRemaining(keywords::add);
        keywords.removeAll(COMPARED);
        keywords.removeIf(keyword -> keyword.startsWith("x-"));
        keywords.stream().filter(pair::differs).forEach(keyword -> add("keyword.changed", pair, keyword));
    }

    private void add(String kind, SchemaPair pair, String keyword) {
        changes.add(kind, pair.spot().at(keyword), pair.usage(), pair.old(keyword), pair.now(keyword));
    }
}
