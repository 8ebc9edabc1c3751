package dev.ephemint.conformance.canary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;

/**
 * Result of running canaries against a validator of request bodies.
 *
 * @param survivors broken canaries that were accepted: the validator does not check their constraint
 * @param unsound canaries whose intact body was rejected, so that rejecting the broken one proves nothing
 */
public record CanaryRun(List<Canary> survivors, List<Canary> unsound) {

    /** @param accepts whether the validator accepts a body */
    public static CanaryRun of(List<Canary> canaries, Predicate<JsonNode> accepts) {
        List<Canary> survivors = canaries.stream()
                .filter(canary -> accepts.test(canary.broken()))
                .toList();
        List<JsonNode> refused = canaries.stream()
                .map(Canary::intact)
                .distinct()
                .filter(accepts.negate())
                .toList();
        List<Canary> unsound = canaries.stream()
                .filter(canary -> refused.contains(canary.intact()))
                .toList();
        return new CanaryRun(survivors, unsound);
    }

    /** Whether some canary was not rejected because of its broken constraint. */
    public boolean isInconclusive() {
        return !survivors.isEmpty() || !unsound.isEmpty();
    }
}
