package dev.ephemint.server.policy.caller;

import dev.ephemint.server.mint.Constraint.Enforcer;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What policies need to know about the upstream that a request is sent to.
 *
 * @param dialect its name
 * @param fixedLifetime how long each token lives, in seconds, if a request cannot say
 * @param deployments model name to deployment name
 * @param enforcer who enforces what the mint set for a member, by its path
 */
public record UpstreamFacts(
        String dialect,
        OptionalInt fixedLifetime,
        Map<String, String> deployments,
        Function<String, Enforcer> enforcer) {

    public UpstreamFacts {
        deployments = Map.copyOf(deployments);
    }
}
