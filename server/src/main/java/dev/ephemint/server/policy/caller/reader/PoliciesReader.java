package dev.ephemint.server.policy.caller.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.policy.caller.CallerPolicies;
import dev.ephemint.server.policy.caller.PolicyRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Reads the section {@code policies}, which is valid by {@code policies.schema.json}.
 *
 * @param nearest the candidate that a mistyped name was meant to be
 */
public record PoliciesReader(BiFunction<String, Collection<String>, Optional<String>> nearest) {

    static final String SECTION = "policies";

    /**
     * The policies, and everything that is wrong with them.
     *
     * @param policies those parts that are sound: not to be used if there are problems
     * @param problems each with its path
     */
    public record Result(CallerPolicies policies, List<String> problems) {

        public Result {
            problems = List.copyOf(problems);
        }
    }

    /** Reads the section; a missing one is no policy. */
    public Result read(JsonNode section) {
        List<String> problems = new ArrayList<>();
        Map<String, PolicyRules> policies = new LinkedHashMap<>();
        section.properties().forEach(entry -> {
            PolicyProblems own = new PolicyProblems(SECTION + "." + entry.getKey(), problems);
            policies.put(entry.getKey(), new PolicyReader(entry.getKey(), entry.getValue(), own, nearest).read());
        });
        return new Result(new CallerPolicies(policies), problems);
    }
}
