package dev.ephemint.conformance.diff.consequence;

import dev.ephemint.conformance.diff.change.Change;

/**
 * A violation by the place of the rule in the document.
 *
 * @param rule JSON pointer to the keyword that is violated, or to the member that is missing
 */
record Violation(String rule) {

    /** Whether the change is about the rule that is violated, something in it, or something around it. */
    boolean isAbout(Change change) {
        return isPrefix(rule, change.place()) || isPrefix(change.place(), rule);
    }

    private static boolean isPrefix(String prefix, String pointer) {
        return pointer.equals(prefix) || pointer.startsWith(prefix + "/");
    }
}
