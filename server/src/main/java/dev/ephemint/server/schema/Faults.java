package dev.ephemint.server.schema;

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

/** The errors of a validator; for each union, {@link #explained} keeps only those of the intended branch. */
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

    /** A value of the wrong type violates its other limits too; those are not reported. */
    private static List<Finding> withoutEchoes(List<Finding> findings) {
        Set<String> ofWrongType =
                findings.stream().filter(Finding::isType).map(Finding::param).collect(toSet());
        return findings.stream()
                .filter(finding -> finding.isType() || !ofWrongType.contains(finding.param()))
                .toList();
    }

    /** Whether a branch violates only limits that do not apply to the type of their object. */
    private static boolean passes(List<Fault> branch) {
        return new Faults(branch).explained().isEmpty();
    }

    /** The errors of the branch that fits best; if several fit equally, the errors that they share. */
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

    /** A finding, its path through the schema, and whether its limit applies to the type of its object. */
    private record Fault(List<Object> path, Finding finding, boolean holds) {

        private static final Set<Object> UNIONS = Set.of("oneOf", "anyOf");
        private static final Set<Object> WORDS = Set.of("const", "not");

        Fault within(int start) {
            return new Fault(path.subList(start, path.size()), finding, holds);
        }

        /** Index of the first union on the path, -1 if none. */
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

        /** Distance from the branch: 2 for another JSON type, 1 for another value of the discriminator. */
        int distance() {
            if (path.equals(List.of("type"))) {
                return 2;
            }
            boolean discriminates = path.equals(List.of("const"))
                    || (path.size() == 3 && "properties".equals(path.get(0)) && WORDS.contains(path.get(2)));
            return discriminates ? 1 : 0;
        }

        private static boolean isUnion(Object keyword) {
            return UNIONS.contains(keyword);
        }
    }
}
