package dev.ephemint.conformance.diff.schema;

/**
 * A place in both documents.
 *
 * @param before JSON pointer in the old document, also if the place does not exist there
 * @param after JSON pointer in the new document
 * @param name the place by names instead of indexes; it does not depend on the order of branches
 */
public record Spot(String before, String after, String name) {
    public static Spot of(String pointer) {
        return new Spot(pointer, pointer, pointer);
    }

    public Spot at(String step) {
        return at(step, step, step);
    }

    public Spot at(String beforeStep, String afterStep, String nameStep) {
        return new Spot(before + "/" + beforeStep, after + "/" + afterStep, name + "/" + nameStep);
    }
}
