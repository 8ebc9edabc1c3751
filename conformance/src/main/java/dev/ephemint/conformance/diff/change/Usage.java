package dev.ephemint.conformance.diff.change;

import java.util.Comparator;

/**
 * One place on the wire that a change reaches.
 *
 * @param operation operationId
 * @param part {@code body}, {@code 200}, {@code 200 header x-request-id}, or the name of an event
 * @param member path in the part, such as {@code session.tools[].name}; empty for the whole
 */
public record Usage(String operation, Side side, String part, String member) implements Comparable<Usage> {
    private static final Comparator<Usage> ORDER = Comparator.comparing(Usage::operation)
            .thenComparing(Usage::side)
            .thenComparing(Usage::part)
            .thenComparing(Usage::member);

    @Override
    public int compareTo(Usage other) {
        return ORDER.compare(this, other);
    }

    private Usage step(String step) {
        String separator = member.isEmpty() || step.startsWith("[") ? "" : ".";
        return new Usage(operation, side, part, member + separator + step);
    }

    /** The usage of a member of this object. */
    public Usage inMember(String name) {
        return step(name);
    }

    /** The usage of the items of this array. */
    public Usage inItems() {
        return step("[]");
    }

    @Override
    public String toString() {
        return operation + " " + side.id() + " " + part + (member.isEmpty() ? "" : " " + member);
    }
}
