package dev.ephemint.conformance.diff.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ephemint.conformance.diff.schema.SchemaView.Branch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the forms of a union, which are found again by name, by the constant of their {@code type}, or by JSON type. */
final class UnionComparison {
    private static final JsonNode NONE = MissingNode.getInstance();

    private final ChangeRecorder changes;
    private final SchemaWalk walk;

    UnionComparison(ChangeRecorder changes, SchemaWalk walk) {
        this.changes = changes;
        this.walk = walk;
    }

    void compare(SchemaPair pair) {
        Map<String, Branch> old = byKey(pair.before(), walk.before());
        Map<String, Branch> now = byKey(pair.after(), walk.after());
        Map<String, String> renamed = renamed(old, now);
        old.forEach((key, branch) -> {
            Branch is = now.get(renamed.getOrDefault(key, key));
            if (is == null) {
                changes.add(
                        "union.branch-removed", spot(pair, key, branch, branch), pair.usage(), branch.schema(), NONE);
            } else {
                walk.compare(spot(pair, key, branch, is), branch.schema(), is.schema(), pair.usage());
            }
        });
        boolean open = old.values().stream()
                .map(branch -> walk.before().view("", branch.schema()))
                .anyMatch(branch -> branch.schema().at("/properties/type").has("not"));
        now.forEach((key, branch) -> {
            if (!old.containsKey(key) && !renamed.containsValue(key)) {
                String kind = open ? "union.branch-described" : "union.branch-added";
                changes.add(kind, spot(pair, key, branch, branch), pair.usage(), NONE, branch.schema());
            }
        });
        compareForm(pair);
        compareOwnMembers(pair);
    }

    /** Forms with another name and the same content. */
    private Map<String, String> renamed(Map<String, Branch> old, Map<String, Branch> now) {
        Map<String, String> renamed = new LinkedHashMap<>();
        Map<String, JsonNode> left = new LinkedHashMap<>();
        now.forEach((key, branch) ->
                left.put(key, walk.after().view("", branch.schema()).schema()));
        left.keySet().removeAll(old.keySet());
        old.forEach((key, branch) -> {
            JsonNode was = walk.before().view("", branch.schema()).schema();
            Optional<String> same = left.entrySet().stream()
                    .filter(other -> !now.containsKey(key) && other.getValue().equals(was))
                    .map(Map.Entry::getKey)
                    .findFirst();
            same.ifPresent(other -> {
                left.remove(other);
                renamed.put(key, other);
            });
        });
        return renamed;
    }

    private void compareForm(SchemaPair pair) {
        String old = form(pair.before());
        String now = form(pair.after());
        if (!old.isEmpty() && !now.isEmpty() && !old.equals(now)) {
            Spot spot = pair.spot().at(old, now, "union");
            changes.add("union.form-changed", spot, pair.usage(), TextNode.valueOf(old), TextNode.valueOf(now));
        }
        if (pair.differs("discriminator")) {
            boolean added = pair.old("discriminator").isMissingNode();
            boolean removed = pair.now("discriminator").isMissingNode();
            changes.add(
                    "discriminator." + (added ? "added" : removed ? "removed" : "changed"),
                    pair.spot().at("discriminator"),
                    pair.usage(),
                    pair.old("discriminator"),
                    pair.now("discriminator"));
        }
    }

    private static String form(SchemaView view) {
        return view.branches().stream()
                .findFirst()
                .map(branch -> branch.step().substring(0, branch.step().indexOf('/')))
                .orElse("");
    }

    private void compareOwnMembers(SchemaPair pair) {
        if (pair.before().isUnion() && pair.after().isUnion()) {
            walk.compareMembersOf(pair);
            return;
        }
        SchemaView union = pair.before().isUnion() ? pair.before() : pair.after();
        if (union.schema().has("required") || union.schema().has("properties")) {
            changes.add(
                    "keyword.changed",
                    pair.spot(),
                    pair.usage(),
                    pair.before().form(),
                    pair.after().form());
        }
    }

    private static Spot spot(SchemaPair pair, String key, Branch old, Branch now) {
        Spot spot = pair.spot();
        return new Spot(
                below(spot.before(), old.step()), below(spot.after(), now.step()), spot.name() + "/union " + key);
    }

    private static String below(String pointer, String step) {
        return step.isEmpty() ? pointer : pointer + "/" + step;
    }

    private static Map<String, Branch> byKey(SchemaView union, SchemaViews views) {
        List<Branch> branches = union.isUnion() ? union.branches() : List.of(new Branch("", union.form()));
        Map<String, Branch> byKey = new LinkedHashMap<>();
        for (Branch branch : branches) {
            String base = key(branch, views);
            String key = base;
            for (int i = 2; byKey.containsKey(key); i++) {
                key = base + " " + i;
            }
            byKey.put(key, branch);
        }
        return byKey;
    }

    private static String key(Branch branch, SchemaViews views) {
        SchemaView view = views.view("", branch.schema());
        JsonNode type = view.schema().at("/properties/type/const");
        JsonNode value = view.schema().path("const");
        if (!view.name().isEmpty()) {
            return view.name();
        }
        if (type.isTextual()) {
            return type.textValue();
        }
        return value.isMissingNode() ? String.join(" or ", SchemaViews.types(view.schema())) : value.toString();
    }
}
