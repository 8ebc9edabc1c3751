package dev.ephemint.conformance.matrix;

import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.check.Position;
import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.profile.Feature;
import dev.ephemint.conformance.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cells of one member at the top, one after the other. */
final class MatrixCheck implements Check {
    private static final int MOST_LINES = 20;

    private final String id;
    private final List<Cell> cells;
    private final List<IntendedChange> changes;

    MatrixCheck(String id, List<Cell> cells, List<IntendedChange> changes) {
        this.id = id;
        this.cells = List.copyOf(cells);
        this.changes = List.copyOf(changes);
    }

    List<Cell> cells() {
        return cells;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String requirement() {
        boolean translates = first().flow().translates();
        return switch (first().leg()) {
            case REQUEST -> translates ? "REQ-SHAPE-03" : "REQ-SHAPE-01";
            case RESPONSE -> translates ? "REQ-SHAPE-04" : "REQ-SHAPE-02";
        };
    }

    @Override
    public Position position() {
        return Position.BOTH_SIDES;
    }

    @Override
    public Optional<String> notApplicable(Profile profile) {
        Flow flow = first().flow();
        if (profile.dialect() != flow.dialect()) {
            return Optional.of("the vendor's interface is " + profile.dialect().id());
        }
        if (!profile.endpoints().containsKey(flow.operation())) {
            return Optional.of("the target does not serve the " + flow.shape() + " shape");
        }
        if (flow.translates() && !profile.has(Feature.TRANSLATES)) {
            return Optional.of("the target does not translate between the shapes");
        }
        return profile.sessionTypes().contains(first().session())
                ? Optional.empty()
                : Optional.of("the target has no " + first().session() + " sessions");
    }

    private Cell first() {
        return cells.get(0);
    }

    @Override
    public Outcome run(Target target) {
        CellExchange exchange = new CellExchange(target, new Expectations(target.profile(), changes));
        List<String> differences = new ArrayList<>();
        for (Cell cell : cells) {
            Optional<String> unauthorized = exchange.run(cell, differences);
            if (unauthorized.isPresent()) {
                return new Outcome.NotProven(unauthorized.get());
            }
        }
        int more = differences.size() - MOST_LINES;
        List<String> lines = new ArrayList<>(differences.subList(0, Math.min(differences.size(), MOST_LINES)));
        if (more > 0) {
            lines.add("and " + more + " more");
        }
        return Outcome.of(cells.size(), lines);
    }
}
