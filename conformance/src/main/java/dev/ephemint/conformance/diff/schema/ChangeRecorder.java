package dev.ephemint.conformance.diff.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.diff.change.Change;
import dev.ephemint.conformance.diff.change.Fingerprints;
import dev.ephemint.conformance.diff.change.Usage;
import dev.ephemint.conformance.diff.document.SpecDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects changes; a change that is met again only gains a usage. */
public final class ChangeRecorder {
    private final SpecDocument before;
    private final SpecDocument after;
    private final Map<String, Found> found = new LinkedHashMap<>();

    public ChangeRecorder(SpecDocument before, SpecDocument after) {
        this.before = before;
        this.after = after;
    }

    public SpecDocument before() {
        return before;
    }

    public SpecDocument after() {
        return after;
    }

    /** @param was missing if the old document has no such value; likewise {@code is} for the new one */
    public void add(String kind, Spot spot, Usage usage, JsonNode was, JsonNode is) {
        Optional<JsonNode> old = Optional.of(was).filter(node -> !node.isMissingNode());
        Optional<JsonNode> now = Optional.of(is).filter(node -> !node.isMissingNode());
        String fingerprint = Fingerprints.of(kind, spot.name(), old, now);
        found.computeIfAbsent(fingerprint, key -> new Found(kind, key, spot, old, now, new TreeSet<>()))
                .usages()
                .add(usage);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Change> changes() {
        return found.values().stream().map(this::change).toList();
    }

    private Change change(Found one) {
        boolean gone = after.tree().at(one.spot().after()).isMissingNode()
                && !before.tree().at(one.spot().before()).isMissingNode();
        return new Change(
                one.kind(),
                one.fingerprint(),
                gone ? one.spot().before() : one.spot().after(),
                one.was(),
                one.is(),
                gone ? before.line(one.spot().before()) : after.line(one.spot().after()),
                one.usages());
    }

    private record Found(
            String kind,
            String fingerprint,
            Spot spot,
            Optional<JsonNode> was,
            Optional<JsonNode> is,
            SortedSet<Usage> usages) {}
}
