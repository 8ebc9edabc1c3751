package dev.ephemint.conformance.bench.report;

import dev.ephemint.conformance.bench.result.Results;
import dev.ephemint.conformance.bench.result.TargetInfo;
import java.util.Comparator;
import java.util.regex.Pattern;

final class NewestJdk {
    private static final String PREFIX = "ephemint-";
    private static final Pattern PLAIN = Pattern.compile(PREFIX + "\\d+");

    private NewestJdk() {}

    /** Id of Ephemint on the newest JDK of the run; {@code ephemint} if it was not measured. */
    static String in(Results results) {
        return results.targets().stream()
                .filter(target -> target.skipped().isEmpty())
                .map(TargetInfo::id)
                .filter(id -> PLAIN.matcher(id).matches())
                .max(Comparator.comparingInt(id -> Integer.parseInt(id.substring(PREFIX.length()))))
                .orElse(Goal.NEWEST);
    }
}
