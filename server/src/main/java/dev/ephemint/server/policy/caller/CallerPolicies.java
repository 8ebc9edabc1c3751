package dev.ephemint.server.policy.caller;

import dev.ephemint.server.mint.Caller;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.NotPermitted;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The policies by name. Without any, a caller may mint what the contract allows.
 *
 * @param byName by the name that callers are given
 */
public record CallerPolicies(Map<String, PolicyRules> byName) {

    public CallerPolicies {
        byName = Map.copyOf(byName);
    }

    /** No policies. */
    public static CallerPolicies none() {
        return new CallerPolicies(Map.of());
    }

    public boolean areConfigured() {
        return !byName.isEmpty();
    }

    /** Whether a policy lists this origin. */
    public boolean listOrigin(String origin) {
        return byName.values().stream()
                .anyMatch(rules -> rules.allows().origins().contains(origin));
    }

    /**
     * The upstreams that a caller's policy names, in the order in which they are tried; empty if it names none.
     *
     * @throws MintFailedException if there are policies, but not the caller's
     */
    public List<String> upstreams(Caller caller) {
        return of(caller).map(rules -> rules.allows().upstreams()).orElse(List.of());
    }

    /**
     * The rules for a caller; empty if there are no policies at all.
     *
     * @throws MintFailedException if there are policies, but not the caller's
     */
    Optional<PolicyRules> of(Caller caller) {
        if (byName.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Optional.ofNullable(byName.get(caller.policy()))
                .orElseThrow(() -> new MintFailedException(new NotPermitted(
                        null,
                        "no_policy",
                        "No policy allows this caller to mint. Ask the operator of this service."))));
    }
}
