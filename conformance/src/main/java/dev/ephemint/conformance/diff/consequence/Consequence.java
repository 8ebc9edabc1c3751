package dev.ephemint.conformance.diff.consequence;

/**
 * The verdict for one consumer.
 *
 * @param because a short reason
 */
public record Consequence(String consumer, Verdict verdict, String because) {
    static Consequence passes(String consumer, String because) {
        return new Consequence(consumer, Verdict.PASSES, because);
    }

    static Consequence breaks(String consumer, String because) {
        return new Consequence(consumer, Verdict.BREAKS, because);
    }

    static Consequence unknown(String consumer, String because) {
        return new Consequence(consumer, Verdict.UNKNOWN, because);
    }
}
