package dev.ephemint.conformance.bench.result;

import java.util.Map;
import java.util.Optional;

/**
 * The figures of one round.
 *
 * @param variant what distinguishes it within the measure, such as a rate; may be empty
 * @param voided why the round does not count
 */
public record Sample(
        String measure, String variant, String target, int round, Map<Value, Double> values, Optional<String> voided) {

    public Sample {
        values = Map.copyOf(values);
    }

    boolean is(String ofMeasure, String ofVariant, String ofTarget) {
        return measure.equals(ofMeasure) && variant.equals(ofVariant) && target.equals(ofTarget);
    }

    Optional<Double> value(Value value) {
        return voided.isPresent() ? Optional.empty() : Optional.ofNullable(values.get(value));
    }
}
