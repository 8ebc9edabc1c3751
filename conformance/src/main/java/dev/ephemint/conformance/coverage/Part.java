package dev.ephemint.conformance.coverage;

/**
 * One thing that the contract states.
 *
 * @param subject the operation, with the status or the body that it is about: {@code createClientSecret request}
 * @param path the member, {@code session.tools[].name}; empty for the body, or if it is about none
 * @param statement what is stated: a keyword with its value, or {@code member}
 */
record Part(String subject, String path, String statement) implements Comparable<Part> {
    static final String MEMBER = "member";

    @Override
    public int compareTo(Part other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return (subject + " " + (path.isEmpty() ? "" : path + " ") + statement).strip();
    }
}
