package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.result.Value;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A round's figures in one line. */
final class Progress {
    private Progress() {}

    static String text(Map<Value, Double> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(value -> value.getKey().key() + " " + String.format(Locale.ROOT, "%.1f", value.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
