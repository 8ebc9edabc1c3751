package dev.ephemint.server.policy.route;

import java.util.List;
import java.util.Optional;

/**
 * Which upstreams serve which models, and in which order.
 *
 * @param rules the first that matches counts
 * @param all upstreams, in their order, if no rule matches
 */
public record RouteRules(List<Rule> rules, List<String> all) {

    public RouteRules {
        rules = List.copyOf(rules);
        all = List.copyOf(all);
    }

    /**
     * One rule.
     *
     * @param number from 1, in the configuration
     */
    public record Rule(int number, List<ModelPattern> models, List<String> upstreams) {

        public Rule {
            models = List.copyOf(models);
            upstreams = List.copyOf(upstreams);
        }

        /** @param models as requests name them; {@code *} stands for any characters */
        public static Rule of(int number, List<String> models, List<String> upstreams) {
            return new Rule(number, models.stream().map(ModelPattern::of).toList(), upstreams);
        }
    }

    /** The rule for a model; empty if there is none, or if the request names no model. */
    Optional<Rule> of(Optional<String> model) {
        return model.flatMap(name -> rules.stream()
                .filter(rule -> rule.models().stream().anyMatch(pattern -> pattern.matches(name)))
                .findFirst());
    }
}
