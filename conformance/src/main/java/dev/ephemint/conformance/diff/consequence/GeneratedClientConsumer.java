package dev.ephemint.conformance.diff.consequence;

import dev.ephemint.conformance.diff.change.Change;
import dev.ephemint.conformance.diff.change.ChangeClass;

/**
 * A generated client, by the results of a run against both contracts.
 *
 * @param result passes, breaks or unknown for all changes together
 */
record GeneratedClientConsumer(String name, Verdict result, String because) implements Consumer {

    @Override
    public Consequence of(Change change) {
        if (change.worst() == ChangeClass.DOCUMENT) {
            return Consequence.passes("client " + name, "only text changes");
        }
        return new Consequence("client " + name, result, because);
    }
}
