package dev.ephemint.conformance.diff.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ephemint.conformance.diff.change.Usage;
import java.util.HashSet;
import java.util.Set;

/** Compares two schemas and everything in them. */
public final class SchemaWalk {
    private final ChangeRecorder changes;
    private final SchemaViews before;
    private final SchemaViews after;
    private final Unchanged unchanged;
    private final Set<String> open = new HashSet<>();
    private final ValueComparison values;
    private final TextComparison texts;
    private final ObjectComparison objects;
    private final UnionComparison unions;
    private final Exclusions exclusions;

    public SchemaWalk(ChangeRecorder changes) {
        this.changes = changes;
        before = new SchemaViews(changes.before().tree());
        after = new SchemaViews(changes.after().tree());
        unchanged = new Unchanged(changes.before().tree(), changes.after().tree());
        values = new ValueComparison(changes);
        texts = new TextComparison(changes);
        objects = new ObjectComparison(changes, this);
        unions = new UnionComparison(changes, this);
        exclusions = new Exclusions(changes, before, after);
    }

    public SchemaViews before() {
        return before;
    }

    public SchemaViews after() {
        return after;
    }

    /** @param spot where the two nodes are written, or the references to them */
    public void compare(Spot spot, JsonNode old, JsonNode now, Usage usage) {
        if (unchanged.covers(old, now)) {
            return;
        }
        SchemaView was = before.view(spot.before(), old);
        SchemaView is = after.view(spot.after(), now);
        String pair = was.pointer() + " " + is.pointer();
        if (!open.add(pair)) {
            return;
        }
        String name = was.name().isEmpty() ? spot.name() : "/components/schemas/" + was.name();
        compare(new SchemaPair(was, is, new Spot(was.pointer(), is.pointer(), name), usage), spot);
        open.remove(pair);
    }

    /** Compares the members that a union requires itself. */
    void compareMembersOf(SchemaPair union) {
        objects.compareMembers(union);
    }

    private void compare(SchemaPair pair, Spot reference) {
        texts.compare(described(pair, reference));
        if (!pair.before().name().isEmpty()
                && !pair.after().name().isEmpty()
                && !pair.before().name().equals(pair.after().name())) {
            changes.add(
                    "schema.renamed",
                    reference,
                    pair.usage(),
                    text(pair.before().name()),
                    text(pair.after().name()));
        }
        if (pair.before().isUnion() || pair.after().isUnion()) {
            values.compareNull(nullable(pair, reference));
            unions.compare(pair);
            return;
        }
        if (values.compareTypes(pair)) {
            values.compareNull(nullable(pair, reference));
            values.compare(pair);
            exclusions.compare(pair);
            objects.compare(pair);
        }
    }

    /** A description beside a reference belongs to the place of the reference. */
    private static SchemaPair described(SchemaPair pair, Spot reference) {
        boolean atReference = pair.after().textPointer().equals(reference.after())
                && !pair.after().pointer().equals(reference.after());
        return atReference ? new SchemaPair(pair.before(), pair.after(), reference, pair.usage()) : pair;
    }

    /** Null that is added in a union beside a reference belongs to the place of the reference. */
    private static SchemaPair nullable(SchemaPair pair, Spot reference) {
        return pair.before().name().isEmpty() && pair.after().name().isEmpty()
                ? pair
                : new SchemaPair(pair.before(), pair.after(), reference, pair.usage());
    }

    private static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }
}
