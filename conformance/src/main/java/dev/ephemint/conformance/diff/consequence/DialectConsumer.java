package dev.ephemint.conformance.diff.consequence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.contract.SchemaProperties;
import dev.ephemint.conformance.diff.change.Change;
import dev.ephemint.conformance.diff.change.ChangeClass;
import dev.ephemint.conformance.diff.change.Kinds;
import dev.ephemint.conformance.diff.change.Side;
import dev.ephemint.conformance.diff.change.Usage;
import java.util.List;
import java.util.Set;

/** A dialect: whether its vendor still gets and gives what its document has. */
final class DialectConsumer implements Consumer {
    private final TargetDialect dialect;
    private final String consumer;
    private final Set<String> requests;
    private final Set<String> responses;
    private final boolean events;

    private DialectConsumer(TargetDialect dialect, boolean events) {
        this.dialect = dialect;
        this.events = events;
        consumer = "dialect " + dialect.id();
        DialectContract contract = DialectContract.of(dialect);
        MintOperation operation = dialect.operation();
        requests = SchemaProperties.of(contract.tree(), contract.requestSchema(operation));
        responses = SchemaProperties.of(contract.tree(), contract.responseSchema(operation, 200));
    }

    /** @param events whether the change is one of the events of the socket */
    static DialectConsumer of(TargetDialect dialect, boolean events) {
        return new DialectConsumer(dialect, events);
    }

    @Override
    public Consequence of(Change change) {
        if (change.worst() == ChangeClass.DOCUMENT || change.worst() == ChangeClass.REGENERATION) {
            return Consequence.passes(consumer, "the wire does not change");
        }
        if (change.kind().startsWith("default.")) {
            return Consequence.unknown(consumer, "only a recording shows the vendor's own default");
        }
        if (events) {
            return ofEvent(change);
        }
        List<Usage> own = change.usages().stream()
                .filter(usage -> usage.operation().equals(dialect.operation().name()))
                .filter(usage -> usage.part().equals("body") || usage.part().equals("200"))
                .toList();
        if (own.isEmpty()) {
            return Consequence.unknown(
                    consumer, "its document does not have this place; the service serves or translates it");
        }
        return own.stream()
                .map(usage -> ofMember(change, usage))
                .reduce(DialectConsumer::worse)
                .orElseThrow();
    }

    /** Events pass this service by, so the vendor's document decides. */
    private Consequence ofEvent(Change change) {
        JsonNode document = DialectContract.of(dialect).events();
        if (document.at(change.place()).isMissingNode() && !change.kind().endsWith("removed")) {
            return Consequence.passes(consumer, "its document does not have this place");
        }
        boolean breaks = change.sides().stream().anyMatch(side -> narrows(change, side));
        return breaks
                ? Consequence.breaks(
                        consumer, "the vendor still speaks as its document says; the contract no longer does")
                : Consequence.passes(consumer, "the contract allows what the vendor's document has");
    }

    private Consequence ofMember(Change change, Usage usage) {
        Set<String> members = usage.side() == Side.REQUEST ? requests : responses;
        String member = usage.member().isEmpty() ? "body" : usage.member();
        boolean has = usage.member().isEmpty() || members.contains(usage.member());
        boolean added = change.kind().startsWith("property.added");
        if (!has) {
            return added
                    ? Consequence.unknown(consumer, "the dialect's document of this kit does not have " + member)
                    : Consequence.passes(consumer, "the vendor does not have " + member);
        }
        if (!narrows(change, usage.side())) {
            return Consequence.passes(consumer, "the vendor has " + member + ", and the contract allows no less of it");
        }
        return usage.side() == Side.REQUEST
                ? Consequence.breaks(consumer, "the vendor accepts " + member + ", and no longer gets it as before")
                : Consequence.breaks(
                        consumer, "the vendor gives " + member + ", which the contract no longer allows as before");
    }

    /** Whether less than before is allowed. That breaks callers in a request, and the vendor's own message in a response. */
    private static boolean narrows(Change change, Side side) {
        boolean narrows = Kinds.all().get(change.kind()).classes().get(Side.REQUEST) == ChangeClass.BREAKING;
        boolean openList = change.kind().startsWith("known-value.");
        return narrows && (side == Side.REQUEST || !openList);
    }

    private static Consequence worse(Consequence one, Consequence other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private static int rank(Consequence consequence) {
        return switch (consequence.verdict()) {
            case PASSES -> 0;
            case UNKNOWN -> 1;
            case BREAKS -> 2;
        };
    }
}
