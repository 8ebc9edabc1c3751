package dev.ephemint.conformance.scoreboard;

import dev.ephemint.conformance.scoreboard.Gateways.Gateway;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of the scoreboard.
 *
 * @param columns headings
 * @param rows cells, as many as there are columns
 */
record Table(List<String> columns, List<List<String>> rows) {
    private static final List<String> VERDICTS =
            List.of("passed", "failed", "known", "not-proven", "not-applicable", "not-run");

    Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** One row for each run. */
    static Table runs(Scoreboard board) {
        List<String> columns = new ArrayList<>(List.of("Gateway", "Version", "Profile", "Kit"));
        VERDICTS.forEach(verdict -> columns.add(verdict.replace('-', ' ')));
        columns.add("Run on");
        return new Table(
                columns, board.runs().stream().map(run -> run(board, run)).toList());
    }

    private static List<String> run(Scoreboard board, RunSummary run) {
        Gateway gateway = board.gateway(run);
        List<String> cells = new ArrayList<>(List.of(
                gateway.name(),
                gateway.version(),
                run.profile(),
                run.isBothSides() ? "on both sides" : "in front only"));
        VERDICTS.forEach(verdict -> cells.add(String.valueOf(run.count(verdict))));
        cells.add(run.date());
        return cells;
    }

    /** One row for each family of requirements, with how many of its checks passed. */
    static Table families(Scoreboard board) {
        List<RunSummary> widest = board.widest();
        List<String> columns = new ArrayList<>(List.of("Requirements"));
        widest.forEach(run -> columns.add(run.profile()));
        List<List<String>> rows = new ArrayList<>();
        for (String family : board.families()) {
            List<String> row = new ArrayList<>(List.of(family));
            widest.forEach(run -> row.add(board.tally(run, family).words()));
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    /** One row for each family that a gateway violates. */
    static Table failures(Scoreboard board, Gateway gateway) {
        List<List<String>> rows = new ArrayList<>();
        for (String family : board.families()) {
            String violated = String.join(", ", board.violated(gateway, family));
            if (!violated.isEmpty()) {
                rows.add(List.of(
                        family, violated, String.valueOf(gateway.failures().get(family))));
            }
        }
        return new Table(List.of("Requirements", "Violated", "What it does"), rows);
    }
}
