package dev.ephemint.conformance.bench.measure;

/**
 * Where a sample belongs.
 *
 * @param isPooled whether tokens may have been minted before they were asked for
 */
record Slot(String measure, String variant, int round, boolean isPooled) {
    Slot(String measure, String variant, int round) {
        this(measure, variant, round, false);
    }

    @Override
    public String toString() {
        return measure + (variant.isEmpty() ? "" : " " + variant) + ", round " + round + ",";
    }
}
