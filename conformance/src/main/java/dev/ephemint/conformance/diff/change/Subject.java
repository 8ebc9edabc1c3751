package dev.ephemint.conformance.diff.change;

import dev.ephemint.conformance.diff.document.Pointers;
import java.util.List;

/** Short names of what a change is about, for people and for the changelog. */
public final class Subject {
    private Subject() {}

    /** The member, or else the schema, header, status, event or operation, that the change is about. */
    public static String of(Change change) {
        String[] steps = change.place().split("/", -1);
        int member = List.of(steps).lastIndexOf("properties");
        if (member > 0 && member + 1 < steps.length) {
            return Pointers.last(steps[member + 1]);
        }
        if (change.place().startsWith("/components/") && steps.length > 3) {
            return Pointers.last(steps[3]);
        }
        if (change.place().startsWith("/paths/")) {
            return change.usages().first().operation();
        }
        return Pointers.last(change.place());
    }
}
