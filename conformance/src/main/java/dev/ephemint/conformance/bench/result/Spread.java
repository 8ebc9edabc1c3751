package dev.ephemint.conformance.bench.result;

import java.util.Collection;
import java.util.Optional;

/** Median and range of the values of several rounds. */
public record Spread(double median, double least, double greatest, int count) {

    /** Empty if there is no value. */
    public static Optional<Spread> of(Collection<Double> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return Optional.of(new Spread(median, sorted[0], sorted[sorted.length - 1], sorted.length));
    }
}
