package dev.ephemint.conformance.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Which kind of difference is of which tier, and why, from {@code rules.json}: the first rule that matches decides.
 *
 * @param unusable statuses after which there is nothing to compare, with the reason
 */
record DriftRules(List<Rule> rules, Map<Integer, String> unusable) {

    /**
     * One rule.
     *
     * @param at of the places that it is for, as a regular expression on the whole pointer; empty for all
     */
    record Rule(DriftKind kind, Optional<Pattern> at, DriftTier tier, String reason) {
        boolean matches(Change change) {
            return kind == change.kind()
                    && at.map(pattern -> pattern.matcher(change.at()).matches()).orElse(true);
        }
    }

    private static final DriftRules DEFAULTS = read();

    DriftRules {
        rules = List.copyOf(rules);
        unusable = Map.copyOf(unusable);
    }

    static DriftRules defaults() {
        return DEFAULTS;
    }

    Rule judge(Change change) {
        return rules.stream()
                .filter(rule -> rule.matches(change))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no rule for " + change.kind()));
    }

    private static DriftRules read() {
        JsonNode tree = ExactJson.resource(DriftRules.class, "rules.json");
        Map<Integer, String> unusable = new TreeMap<>();
        tree.path("unusable")
                .forEach(each -> unusable.put(
                        each.path("status").intValue(), each.path("reason").textValue()));
        List<Rule> rules = StreamSupport.stream(tree.path("rules").spliterator(), false)
                .map(DriftRules::rule)
                .toList();
        return new DriftRules(rules, unusable);
    }

    private static Rule rule(JsonNode rule) {
        return new Rule(
                DriftKind.of(rule.path("kind").textValue()),
                Optional.ofNullable(rule.path("at").textValue()).map(Pattern::compile),
                DriftTier.of(rule.path("tier").textValue()),
                rule.path("reason").textValue());
    }
}
