package dev.ephemint.conformance.canary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a judge of request bodies made of the canaries.
 *
 * @param survivors canaries that it took although they are broken: it does not check what they break
 * @param starved canaries whose intact body it refused: that they are refused too proves nothing
 */
public record CanaryRun(List<Canary> survivors, List<Canary> starved) {

    /** @param accepts whether the judge takes a body */
    public static CanaryRun of(List<Canary> canaries, Predicate<JsonNode> accepts) {
        List<Canary> survivors = canaries.stream()
                .filter(canary -> accepts.test(canary.broken()))
                .toList();
        List<JsonNode> refused = canaries.stream()
                .map(Canary::intact)
                .distinct()
                .filter(accepts.negate())
                .toList();
        List<Canary> starved = canaries.stream()
                .filter(canary -> refused.contains(canary.intact()))
                .toList();
        return new CanaryRun(survivors, starved);
    }

    /** A run is void unless every canary was refused for what it breaks. */
    public boolean isVoid() {
        return !survivors.isEmpty() || !starved.isEmpty();
    }
}
