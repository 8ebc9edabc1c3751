package dev.ephemint.conformance.bench.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Samples of a run, in the order in which they were taken. A void round counts in no figure. */
public record Samples(List<Sample> all) {

    public Samples {
        all = List.copyOf(all);
    }

    public Optional<Spread> spread(String measure, String variant, String target, Value value) {
        return Spread.of(rounds(measure, variant, target).stream()
                .flatMap(sample -> sample.value(value).stream())
                .toList());
    }

    /** The target's value divided by another's of the same round, so that a slow machine slows both. */
    public Optional<Spread> ratio(String measure, String variant, String target, String other, Value value) {
        return pairs(measure, variant, target, other, value, (own, others) -> own / others);
    }

    /** The target's value less another's of the same round. */
    public Optional<Spread> difference(String measure, String variant, String target, String other, Value value) {
        return pairs(measure, variant, target, other, value, (own, others) -> own - others);
    }

    private interface Pairing {
        double of(double own, double others);
    }

    private Optional<Spread> pairs(
            String measure, String variant, String target, String other, Value value, Pairing pairing) {
        List<Double> paired = new ArrayList<>();
        for (Sample sample : rounds(measure, variant, target)) {
            rounds(measure, variant, other).stream()
                    .filter(others -> others.round() == sample.round())
                    .findFirst()
                    .ifPresent(others -> sample.value(value).ifPresent(own -> others.value(value)
                            .ifPresent(otherValue -> paired.add(pairing.of(own, otherValue)))));
        }
        return Spread.of(paired);
    }

    public List<Sample> rounds(String measure, String variant, String target) {
        return all.stream()
                .filter(sample -> sample.is(measure, variant, target))
                .toList();
    }

    /** Why rounds do not count, each reason once. */
    public List<String> voided(String measure, String variant, String target) {
        return List.copyOf(new TreeSet<>(rounds(measure, variant, target).stream()
                .flatMap(sample -> sample.voided().stream())
                .toList()));
    }

    public List<String> variants(String measure) {
        return distinct(measure, Sample::variant);
    }

    public List<String> targets(String measure) {
        return distinct(measure, Sample::target);
    }

    private List<String> distinct(String measure, java.util.function.Function<Sample, String> of) {
        return all.stream()
                .filter(sample -> sample.measure().equals(measure))
                .map(of)
                .distinct()
                .toList();
    }

    public Samples without(Predicate<Sample> excluded) {
        return new Samples(all.stream().filter(excluded.negate()).toList());
    }

    public Samples and(Samples more) {
        List<Sample> both = new ArrayList<>(all);
        both.addAll(more.all);
        return new Samples(both);
    }
}
