package dev.ephemint.conformance.truth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.matrix.Leg;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the truth table with the contract, the overlays and the tapes. */
public final class TruthProblems {
    private final TruthTable table;
    private final List<String> problems = new ArrayList<>();

    private TruthProblems(TruthTable table) {
        this.table = table;
    }

    /**
     * One line for each problem; empty if the table holds.
     *
     * @param freeForm whether the caller chooses the names below this path, so that they have no row
     */
    public static List<String> of(TruthTable table, Predicate<String> freeForm) {
        TruthProblems found = new TruthProblems(table);
        for (MintOperation operation : MintOperation.values()) {
            for (Leg side : Leg.values()) {
                found.compare(operation, side);
            }
        }
        table.rows().forEach(found::compareEvidence);
        table.unplaced().forEach(statement -> found.add(statement.member() + ": a statement, but no row"));
        table.unruled().stream()
                .filter(recording -> !freeForm.test(recording.path()))
                .map(recording -> recording.tape() + ": " + recording.path() + " is recorded, but has no row")
                .distinct()
                .forEach(found::add);
        table.models().forEach(found::compareModel);
        return List.copyOf(found.problems);
    }

    private void compare(MintOperation operation, Leg side) {
        Map<String, Set<String>> members = ContractMembers.of(DialectContract.base(), operation, side);
        List<Ruling> rulings = table.rows().stream()
                .map(TruthRow::ruling)
                .filter(ruling -> ruling.operation() == operation && ruling.side() == side)
                .toList();
        Map<TargetDialect, Set<String>> byDialect = byDialect(operation, side);
        Set<String> missing = new TreeSet<>(members.keySet());
        for (Ruling ruling : rulings) {
            if (!missing.remove(ruling.member())) {
                add(ruling + ": a row, but not a member of the contract, or two rows");
            } else if (!ruling.accepts().equals(members.get(ruling.member()))) {
                add(ruling + ": the contract accepts " + members.get(ruling.member()) + ", the row "
                        + new TreeSet<>(ruling.accepts()));
            }
            Set<TargetDialect> lacking = byDialect.entrySet().stream()
                    .filter(dialect -> !dialect.getValue().contains(ruling.member()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            if (!lacking.equals(ruling.lacks())) {
                add(ruling + ": lacking in the overlays of " + lacking + ", in the row in " + ruling.lacks());
            }
        }
        missing.forEach(member -> add(operation + " " + side + " " + member + ": a member, but no row"));
    }

    private static Map<TargetDialect, Set<String>> byDialect(MintOperation operation, Leg side) {
        return Stream.of(TargetDialect.values())
                .filter(dialect -> dialect.operation() == operation)
                .collect(Collectors.toMap(
                        Function.identity(), dialect -> ContractMembers.of(DialectContract.of(dialect), operation, side)
                                .keySet()));
    }

    private void compareEvidence(TruthRow row) {
        Ruling ruling = row.ruling();
        if (row.statements().isEmpty() && row.recordings().isEmpty()) {
            add(ruling + ": a ruling without evidence");
        }
        row.recordings().forEach(recording -> {
            if (!recording.isAcceptedBy(ruling)) {
                add(ruling + ": " + recording.tape() + " has " + recording.type() + ", the ruling accepts "
                        + new TreeSet<>(ruling.accepts()));
            }
            if (ruling.lacks().contains(recording.tape().dialect())) {
                add(ruling + ": " + recording.tape() + " has it, the ruling says that the dialect lacks it");
            }
        });
    }

    private void compareModel(JsonNode entry) {
        for (String name : List.of("source", "date", "grade")) {
            if (entry.path(name).asText("").isBlank()) {
                add("model rule without " + name + ": " + entry);
            }
        }
    }

    private void add(String problem) {
        problems.add(problem);
    }
}
