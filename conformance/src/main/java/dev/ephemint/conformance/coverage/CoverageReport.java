package dev.ephemint.conformance.coverage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How well the contract is tested.
 *
 * @param unlisted parts that are not tested and not listed, or listed for another state; the gate fails if there are any
 */
public record CoverageReport(
        String contract, List<Line> lines, List<CoverageException> exceptions, List<String> unlisted) {

    /**
     * One part of the contract.
     *
     * @param used what holds it
     * @param broken what breaks it
     */
    public record Line(String part, State state, Set<Source> used, Set<Source> broken) {
        public Line {
            used = Set.copyOf(used);
            broken = Set.copyOf(broken);
        }
    }

    public CoverageReport {
        lines = List.copyOf(lines);
        exceptions = List.copyOf(exceptions);
        unlisted = List.copyOf(unlisted);
    }

    static CoverageReport of(String contract, List<Line> lines, List<CoverageException> exceptions) {
        List<String> unlisted = new ArrayList<>();
        for (Line line : lines) {
            if (line.state() != State.TESTED && find(exceptions, line).isEmpty()) {
                unlisted.add(line.part() + ": " + line.state());
            }
        }
        exceptions.stream()
                .filter(exception -> lines.stream().noneMatch(exception::concerns))
                .forEach(exception ->
                        unlisted.add(exception.part() + ": listed, but no such part is " + exception.state()));
        return new CoverageReport(contract, lines, exceptions, unlisted);
    }

    private static Optional<CoverageException> find(List<CoverageException> exceptions, Line line) {
        return exceptions.stream().filter(exception -> exception.concerns(line)).findFirst();
    }

    private long count(State state) {
        return lines.stream().filter(line -> line.state() == state).count();
    }

    /** One line for a build. */
    public String summary() {
        return "coverage of the contract: %,d parts, %,d tested, %,d with valid values only, %,d untouched; %,d unlisted"
                .formatted(
                        lines.size(),
                        count(State.TESTED),
                        count(State.VALID_ONLY),
                        count(State.UNTOUCHED),
                        unlisted.size());
    }

    /** For people: counts first, then what is not tested, with its reason. */
    public String text() {
        return summary() + "\n"
                + lines.stream()
                        .filter(line -> line.state() != State.TESTED)
                        .map(line -> line.state() + " " + line.part() + reason(line) + "\n")
                        .collect(Collectors.joining());
    }

    private String reason(Line line) {
        return find(exceptions, line)
                .map(exception -> ": " + exception.reason())
                .orElse(": NOT LISTED");
    }

    /** For the report page. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", 1).put("contract", contract);
        ObjectNode counts = json.putObject("counts");
        for (State state : State.values()) {
            counts.put(state.toString(), count(state));
        }
        ArrayNode parts = json.putArray("parts");
        for (Line line : lines) {
            ObjectNode part = parts.addObject()
                    .put("part", line.part())
                    .put("state", line.state().toString());
            add(part.putArray("used_by"), line.used());
            add(part.putArray("broken_by"), line.broken());
            find(exceptions, line).ifPresent(exception -> part.put("reason", exception.reason()));
        }
        return json;
    }

    private static void add(ArrayNode list, Set<Source> sources) {
        sources.stream().sorted().forEach(source -> list.add(source.toString()));
    }
}
