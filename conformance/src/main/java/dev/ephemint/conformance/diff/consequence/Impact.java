package dev.ephemint.conformance.diff.consequence;

import dev.ephemint.conformance.diff.change.Change;
import java.util.List;

/** A change and what it means for every consumer. */
public record Impact(Change change, List<Consequence> consequences) {
    public Impact {
        consequences = List.copyOf(consequences);
    }
}
