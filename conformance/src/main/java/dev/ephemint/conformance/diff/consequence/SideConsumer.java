package dev.ephemint.conformance.diff.consequence;

import dev.ephemint.conformance.diff.change.Change;
import dev.ephemint.conformance.diff.change.ChangeClass;
import dev.ephemint.conformance.diff.change.Side;

/** Hand-written callers (request side) or readers (response side), by the class of the rule. */
record SideConsumer(String consumer, Side side) implements Consumer {

    @Override
    public Consequence of(Change change) {
        if (!change.sides().contains(side)) {
            return Consequence.passes(consumer, "the change does not reach a " + side.id());
        }
        String rule = side.id() + "." + change.kind();
        ChangeClass found = change.classOf(side);
        return found == ChangeClass.BREAKING
                ? Consequence.breaks(consumer, rule)
                : Consequence.passes(
                        consumer, rule + " is " + (found == ChangeClass.DOCUMENT ? "text only" : found.id()));
    }
}
