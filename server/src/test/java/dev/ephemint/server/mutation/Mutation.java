package dev.ephemint.server.mutation;

import org.w3c.dom.Element;

/**
 * A mutation, by names that do not change with the lines of a file.
 *
 * @param type the class below {@code dev.ephemint.server}
 * @param method of a lambda the method that has it; {@code static} for a static initialiser
 * @param change what was mutated
 * @param result {@code killed}, {@code survived}, {@code uncovered}, or {@code endless} if a time or memory limit ended it
 */
record Mutation(String type, String method, String change, String result) {

    static final String KILLED = "killed";

    private static final String ROOT = "dev.ephemint.server.";

    static Mutation of(Element entry) {
        String change = text(entry, "description");
        return new Mutation(
                text(entry, "mutatedClass").substring(ROOT.length()),
                text(entry, "mutatedMethod").replaceAll("^lambda\\$|\\$\\d+$", ""),
                change.replaceFirst(" for [\\w/$]+::.*", "").replaceAll("[\\w/]+/(?=[\\w$]+::)", ""),
                result(entry.getAttribute("status")));
    }

    private static String text(Element entry, String name) {
        return entry.getElementsByTagName(name).item(0).getTextContent();
    }

    private static String result(String status) {
        return switch (status) {
            case "KILLED" -> KILLED;
            case "SURVIVED" -> "survived";
            case "NO_COVERAGE" -> "uncovered";
            case "TIMED_OUT", "MEMORY_ERROR" -> "endless";
            default -> throw new IllegalArgumentException("mutation has status " + status);
        };
    }

    /** The first part of its package. */
    String area() {
        return type.replaceFirst("\\..*", "");
    }

    /** As a row of the page, without a reason. */
    @Override
    public String toString() {
        return "| `" + type + "` | `" + method + "` | " + change + " | " + result + " |";
    }
}
