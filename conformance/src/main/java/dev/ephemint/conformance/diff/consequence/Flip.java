package dev.ephemint.conformance.diff.consequence;

import dev.ephemint.conformance.diff.change.Change;
import java.util.List;

/**
 * A message of the kit that one document accepts and the other rejects.
 *
 * @param violations the rules of the document that rejects it
 */
record Flip(String name, List<Violation> violations) {
    Flip {
        violations = List.copyOf(violations);
    }

    boolean isDueTo(Change change) {
        return violations.stream().anyMatch(violation -> violation.isAbout(change));
    }
}
