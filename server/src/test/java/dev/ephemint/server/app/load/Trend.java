package dev.ephemint.server.app.load;

import java.util.List;

/**
 * A straight line through samples that were taken at equal intervals (least squares).
 *
 * @param slope per sample
 */
record Trend(double slope, int samples) {

    static Trend of(List<Long> samples) {
        double middle = (samples.size() - 1) / 2.0;
        double mean = samples.stream().mapToLong(Long::longValue).average().orElse(0);
        double above = 0;
        double below = 0;
        for (int i = 0; i < samples.size(); i++) {
            above += (i - middle) * (samples.get(i) - mean);
            below += (i - middle) * (i - middle);
        }
        return new Trend(below == 0 ? 0 : above / below, samples.size());
    }

    /** How much more there is at the end than at the beginning, by the line: single peaks do not decide. */
    double growth() {
        return slope * (samples - 1);
    }
}
