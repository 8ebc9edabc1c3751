package dev.ephemint.conformance.diff.document;

/**
 * A line of a file.
 *
 * @param line counted from 1
 */
public record SourceLine(String file, int line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
