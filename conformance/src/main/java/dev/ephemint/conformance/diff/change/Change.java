package dev.ephemint.conformance.diff.change;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.diff.document.SourceLine;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One difference between two documents, however many operations it reaches.
 *
 * @param kind id of the kind
 * @param fingerprint twelve hex digits, the same in every comparison in which this change occurs
 * @param place JSON pointer, in the new document unless only the old one has it
 * @param before the value in the old document, if it has one
 * @param line the source line of the place, if known
 */
public record Change(
        String kind,
        String fingerprint,
        String place,
        Optional<JsonNode> before,
        Optional<JsonNode> after,
        Optional<SourceLine> line,
        SortedSet<Usage> usages) {
    public Change {
        usages = Collections.unmodifiableSortedSet(new TreeSet<>(usages));
    }

    public Set<Side> sides() {
        Set<Side> sides = EnumSet.noneOf(Side.class);
        usages.forEach(usage -> sides.add(usage.side()));
        return sides;
    }

    /** The rule of each side that the change reaches. */
    public List<String> rules() {
        return sides().stream().map(side -> side.id() + "." + kind).toList();
    }

    public ChangeClass classOf(Side side) {
        return Kinds.all().classOf(kind, side);
    }

    /** The worst class of all sides. */
    public ChangeClass worst() {
        return sides().stream()
                .map(this::classOf)
                .max(Comparator.naturalOrder())
                .orElse(ChangeClass.DOCUMENT);
    }

    public boolean isBreaking() {
        return worst() == ChangeClass.BREAKING;
    }

    public String says() {
        return Kinds.all().get(kind).says();
    }
}
