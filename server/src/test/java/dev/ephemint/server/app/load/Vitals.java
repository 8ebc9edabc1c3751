package dev.ephemint.server.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Samples of what a process holds, and whether it holds more and more. */
final class Vitals {

    private final Map<Vital, List<Long>> samples = new TreeMap<>();

    /** What a process holds. */
    enum Vital {
        /** After a collection. */
        HEAP_BYTES("jvm_memory_used_bytes{area=\"heap\"", 16L << 20),
        THREADS("jvm_threads_live_threads", 8),
        FILES("process_files_open_files", 8);

        /** How its metric begins. */
        final String metric;

        /** So much growth over the whole run is noise. */
        final long tolerated;

        Vital(String metric, long tolerated) {
            this.metric = metric;
            this.tolerated = tolerated;
        }
    }

    /** Adds a sample of each vital from a page of metrics. */
    void add(String metrics) {
        for (Vital vital : Vital.values()) {
            double sum = metrics.lines()
                    .filter(line -> line.startsWith(vital.metric))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
            add(vital, (long) sum);
        }
    }

    void add(Vital vital, long sample) {
        samples.computeIfAbsent(vital, none -> new ArrayList<>()).add(sample);
    }

    /** Fails if one grows, by the samples after the first ones. */
    void areFlat(int warmUp) {
        assertThat(samples).containsOnlyKeys(Vital.values());
        samples.forEach((vital, all) -> assertThat(
                        Trend.of(all.subList(warmUp, all.size())).growth())
                .as("growth of %s over %s", vital, all)
                .isLessThan((double) vital.tolerated));
    }

    /** Of each vital the first and last sample and the growth after the first ones. */
    String summary(int warmUp) {
        StringBuilder text = new StringBuilder();
        samples.forEach((vital, all) -> text.append(String.format(
                "%s %d to %d, growth %.0f of %d; ",
                vital,
                all.get(warmUp),
                all.get(all.size() - 1),
                Trend.of(all.subList(warmUp, all.size())).growth(),
                vital.tolerated)));
        return text.toString();
    }
}
