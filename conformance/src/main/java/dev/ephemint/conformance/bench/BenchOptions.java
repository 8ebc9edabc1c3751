package dev.ephemint.conformance.bench;

import dev.ephemint.conformance.bench.gateway.Direct;
import dev.ephemint.conformance.bench.gateway.Jdk;
import dev.ephemint.conformance.bench.measure.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What to measure.
 *
 * @param root of this project's checkout
 * @param work for programs, logs and configurations
 * @param only ids of targets, or the part before a dash; empty for all of the plan
 * @param measures ids; empty for all
 */
public record BenchOptions(Path root, Path work, Plan plan, List<Jdk> jdks, Set<String> only, Set<String> measures) {

    /** LiteLLM takes long to install and to start; each form of Ephemint takes long to warm up. */
    private static final Set<String> ONLY_IN_THE_LONG_FORM = Set.of("litellm");

    /** It needs a minute of load to get warm, and no goal needs it. */
    private static final Pattern ONLY_BY_NAME = Pattern.compile("ephemint-\\d+-azure");

    private static final Pattern OTHER_FORM = Pattern.compile("ephemint-\\d+-(?!small)\\w+");

    public BenchOptions {
        jdks = List.copyOf(jdks);
        only = Set.copyOf(only);
        measures = Set.copyOf(measures);
    }

    /** The direct call is always measured: it shows what the rig itself needs. */
    boolean isChosen(String target) {
        if (ONLY_BY_NAME.matcher(target).matches()) {
            return only.contains(target);
        }
        if (only.isEmpty()) {
            return plan.equals(Plan.LONG)
                    || !(ONLY_IN_THE_LONG_FORM.contains(target)
                            || OTHER_FORM.matcher(target).matches());
        }
        return target.equals(Direct.ID) || only.contains(target) || only.contains(target.replaceFirst("-.*", ""));
    }

    boolean isMeasured(String measure) {
        return measures.isEmpty() || measures.contains(measure);
    }
}
