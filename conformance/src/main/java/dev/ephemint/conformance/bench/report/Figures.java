package dev.ephemint.conformance.bench.report;

import dev.ephemint.conformance.bench.result.Spread;
import java.util.Locale;
import java.util.Optional;

/** Figures as text: three significant digits are enough, and no more are measured. */
final class Figures {
    static final String NONE = "-";

    private static final int WHOLE = 100;
    private static final int ONE_DECIMAL = 10;

    private Figures() {}

    static String number(double number) {
        double size = Math.abs(number);
        if (number == Math.rint(number) || size >= WHOLE) {
            return String.format(Locale.ROOT, "%,d", Math.round(number));
        }
        return String.format(Locale.ROOT, size >= ONE_DECIMAL ? "%.1f" : "%.2f", number);
    }

    /** The median and, of several rounds, the range. */
    static String spread(Optional<Spread> spread) {
        return spread.map(Figures::spread).orElse(NONE);
    }

    private static String spread(Spread spread) {
        String median = number(spread.median());
        return spread.count() == 1
                ? median
                : median + " (" + number(spread.least()) + " to " + number(spread.greatest()) + ")";
    }

    static String median(Optional<Spread> spread) {
        return spread.map(found -> number(found.median())).orElse(NONE);
    }
}
