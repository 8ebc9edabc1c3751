package dev.ephemint.contract;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What a validator found, of which {@link #explained} keeps, for each union, only the branch that was meant. */
final class Faults {

    private final List<Fault> faults;

    private Faults(List<Fault> faults) {
        this.faults = faults;
    }

    static Faults of(List<Error> errors, JsonNode document, JsonNode body) {
        return new Faults(errors.stream()
                .map(error -> new Fault(
                        steps(error.getEvaluationPath()),
                        Finding.of(error, document),
                        Discriminated.holds(error, document, body)))
                .toList());
    }

    List<Finding> explained() {
        Map<List<Object>, Map<Object, List<Fault>>> unions = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        boolean passes = faults.isEmpty();
        for (Fault fault : faults) {
            int union = fault.union();
            if (union >= 0) {
                unions.computeIfAbsent(fault.path.subList(0, union), path -> new TreeMap<>())
                        .computeIfAbsent(fault.path.get(union + 1), branch -> new ArrayList<>())
                        .add(fault.within(union + 2));
            } else if (!fault.holds) {
                passes = true;
            } else if (!fault.isUnion()) {
                findings.add(fault.finding);
            }
        }
        for (Map<Object, List<Fault>> branches : unions.values()) {
            boolean satisfied = branches.values().stream().anyMatch(Faults::passes);
            findings.addAll(satisfied ? List.of() : meant(branches.values()));
            passes |= satisfied;
        }
        boolean onlyUnions = findings.isEmpty() && !passes;
        return onlyUnions ? List.of(faults.get(0).finding) : withoutEchoes(findings);
    }

    /** A value of the wrong type breaks its other limits too, of which nobody needs to hear. */
    private static List<Finding> withoutEchoes(List<Finding> findings) {
        Set<String> ofWrongType =
                findings.stream().filter(Finding::isType).map(Finding::param).collect(toSet());
        return findings.stream()
                .filter(finding -> finding.isType() || !ofWrongType.contains(finding.param()))
                .toList();
    }

    /** Whether all that a branch breaks are limits that do not hold for the type of their object. */
    private static boolean passes(List<Fault> branch) {
        return new Faults(branch).explained().isEmpty();
    }

    /** The branch that fits best; where several fit alike, what all of them find. */
    private static List<Finding> meant(Collection<List<Fault>> branches) {
        int best = branches.stream().mapToInt(Faults::distance).min().orElseThrow();
        return branches.stream()
                .filter(branch -> distance(branch) == best)
                .map(branch -> new Faults(branch).explained())
                .reduce(Faults::shared)
                .orElseThrow();
    }

    private static int distance(List<Fault> branch) {
        return branch.stream().mapToInt(Fault::distance).max().orElseThrow();
    }

    private static List<Finding> shared(List<Finding> left, List<Finding> right) {
        Map<Finding.Identity, Finding> others =
                right.stream().collect(toMap(Finding::identity, other -> other, (first, second) -> first));
        List<Finding> shared = left.stream()
                .filter(one -> others.containsKey(one.identity()))
                .map(one -> one.or(requireNonNull(others.get(one.identity()))))
                .toList();
        return shared.isEmpty() ? left : shared;
    }

    private static List<Object> steps(NodePath path) {
        return IntStream.range(0, path.getNameCount())
                .mapToObj(path::getElement)
                .filter(step -> !"$ref".equals(step))
                .toList();
    }

    /** A finding, the way through the schema that led to it, and whether its limit holds for the type of its object. */
    private record Fault(List<Object> path, Finding finding, boolean holds) {

        private static final Set<Object> UNIONS = Set.of("oneOf", "anyOf");
        private static final Set<Object> WORDS = Set.of("const", "not");

        Fault within(int start) {
            return new Fault(path.subList(start, path.size()), finding, holds);
        }

        /** Where the first union stands on the way, -1 for none. */
        int union() {
            for (int i = 0; i < path.size() - 1; i++) {
                if (isUnion(path.get(i)) && path.get(i + 1) instanceof Integer) {
                    return i;
                }
            }
            return -1;
        }

        boolean isUnion() {
            return isUnion(finding.keyword());
        }

        /** How far off the whole branch is: 2 for another JSON type, 1 for another word that tells branches apart. */
        int distance() {
            if (path.equals(List.of("type"))) {
                return 2;
            }
            boolean tells = path.equals(List.of("const"))
                    || (path.size() == 3 && "properties".equals(path.get(0)) && WORDS.contains(path.get(2)));
            return tells ? 1 : 0;
        }

        private static boolean isUnion(Object keyword) {
            return UNIONS.contains(keyword);
        }
    }
}
