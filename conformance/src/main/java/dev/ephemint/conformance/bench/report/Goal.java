package dev.ephemint.conformance.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.bench.result.Samples;
import dev.ephemint.conformance.bench.result.Spread;
import dev.ephemint.conformance.bench.result.Value;
import dev.ephemint.conformance.json.ExactJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A bound for one figure; {@code goals.json} has them all.
 *
 * @param target {@code ephemint} for the newest JDK, {@code ephemint-small} for it with the options for little load
 * @param over another target by whose value of the same round it is divided
 * @param minus another target whose value of the same round is subtracted
 * @param overVariant another variant by whose median it is divided
 */
record Goal(
        String id,
        String what,
        String measure,
        String variant,
        String target,
        Value value,
        Optional<String> over,
        Optional<String> minus,
        Optional<String> overVariant,
        OptionalDouble least,
        OptionalDouble most) {

    static final String NEWEST = "ephemint";
    private static final String SMALL = "-small";

    static List<Goal> all() {
        List<Goal> goals = new ArrayList<>();
        ExactJson.resource(Goal.class, "goals.json").forEach(goal -> goals.add(of(goal)));
        return goals;
    }

    static Goal of(JsonNode goal) {
        return new Goal(
                goal.path("id").asText(),
                goal.path("what").asText(),
                goal.path("measure").asText(),
                goal.path("variant").asText(),
                goal.path("target").asText(),
                Value.of(goal.path("value").asText()).orElseThrow(),
                text(goal.path("over")),
                text(goal.path("minus")),
                text(goal.path("over-variant")),
                number(goal.path("least")),
                number(goal.path("most")));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(node.asText());
    }

    private static OptionalDouble number(JsonNode node) {
        return node.isMissingNode() ? OptionalDouble.empty() : OptionalDouble.of(node.asDouble());
    }

    /** @param newest id of Ephemint on the newest JDK of the run */
    Optional<Spread> measured(Samples samples, String newest) {
        String own = targetId(newest);
        if (over.isPresent()) {
            return samples.ratio(measure, variant, own, over.get(), value);
        }
        if (minus.isPresent()) {
            return samples.difference(measure, variant, own, minus.get(), value);
        }
        Optional<Spread> found = samples.spread(measure, variant, own, value);
        return overVariant.isEmpty()
                ? found
                : found.flatMap(spread -> samples.spread(measure, overVariant.get(), own, value)
                        .map(other -> dividedBy(spread, other.median())));
    }

    private static Spread dividedBy(Spread spread, double divisor) {
        return new Spread(
                spread.median() / divisor, spread.least() / divisor, spread.greatest() / divisor, spread.count());
    }

    String targetId(String newest) {
        return target.equals(NEWEST) || target.equals(NEWEST + SMALL) ? target.replace(NEWEST, newest) : target;
    }

    /** By the median; a round that is void means that it is not reached. */
    boolean isReached(Samples samples, String newest) {
        return samples.voided(measure, variant, targetId(newest)).isEmpty()
                && measured(samples, newest)
                        .filter(spread -> spread.median() >= least.orElse(Double.NEGATIVE_INFINITY)
                                && spread.median() <= most.orElse(Double.POSITIVE_INFINITY))
                        .isPresent();
    }

    /** Whether the run has a round of it at all. */
    boolean isMeasured(Samples samples, String newest) {
        return !samples.rounds(measure, variant, targetId(newest)).isEmpty()
                && over.or(() -> minus)
                        .map(other -> !samples.rounds(measure, variant, other).isEmpty())
                        .orElse(true);
    }

    String bound() {
        String word = least.isPresent() ? "at least " : "at most ";
        double number = least.isPresent() ? least.getAsDouble() : most.orElseThrow();
        return word + Figures.number(number) + (over.isPresent() ? " times" : "");
    }
}
