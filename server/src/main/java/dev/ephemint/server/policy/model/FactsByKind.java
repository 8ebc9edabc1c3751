package dev.ephemint.server.policy.model;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The facts of some rules, each found by its kind. */
record FactsByKind(Map<Class<? extends ModelFact>, List<ModelFact>> facts) {

    static final FactsByKind NONE = new FactsByKind(Map.of());

    FactsByKind {
        facts = Map.copyOf(facts);
    }

    static FactsByKind of(Collection<ModelRule> rules) {
        return new FactsByKind(
                rules.stream().flatMap(rule -> rule.facts().stream()).collect(groupingBy(ModelFact::getClass)));
    }

    /** Those of one kind, in the order of the rules. */
    @SuppressWarnings("unchecked") // each list has facts of its key's class
    <F extends ModelFact> List<F> of(Class<F> kind) {
        return (List<F>) facts.getOrDefault(kind, List.of());
    }
}
