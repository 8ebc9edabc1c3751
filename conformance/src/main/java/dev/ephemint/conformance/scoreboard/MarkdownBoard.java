package dev.ephemint.conformance.scoreboard;

import dev.ephemint.conformance.scoreboard.Gateways.Gateway;
import java.util.List;

/** The scoreboard as the document {@code server/docs/scoreboard.md}. */
final class MarkdownBoard {
    private final StringBuilder text = new StringBuilder();

    private MarkdownBoard() {}

    static String of(Scoreboard board) {
        MarkdownBoard document = new MarkdownBoard();
        document.write(board);
        return document.text.toString();
    }

    private void write(Scoreboard board) {
        text.append("# ").append(BoardText.TITLE).append("\n\n");
        text.append(BoardText.INTRODUCTION)
                .append(
                        " How to repeat a run: [worked examples](conformance-peers.md). What is required: [requirements](requirements.md).")
                .append("\n\n## Runs\n\n")
                .append(BoardText.COUNTS)
                .append("\n\n");
        table(Table.runs(board));
        text.append("\n## By family of requirements\n\n")
                .append(BoardText.FAMILIES)
                .append("\n\n");
        table(Table.families(board));
        board.gateways().all().forEach(gateway -> gateway(board, gateway));
        text.append("\n## ").append(BoardText.NOT_MEASURED).append("\n\n");
        board.gateways().notMeasured().forEach((name, reason) -> text.append("- **")
                .append(name)
                .append("**: ")
                .append(reason)
                .append('\n'));
    }

    private void gateway(Scoreboard board, Gateway gateway) {
        text.append("\n## ")
                .append(gateway.name())
                .append("\n\n")
                .append(gateway.about())
                .append('\n');
        Table failures = Table.failures(board, gateway);
        if (!failures.rows().isEmpty()) {
            text.append('\n');
            table(failures);
        }
    }

    private void table(Table table) {
        row(table.columns());
        row(table.columns().stream().map(column -> "---").toList());
        table.rows().forEach(this::row);
    }

    private void row(List<String> cells) {
        text.append("| ")
                .append(String.join(
                        " | ",
                        cells.stream().map(cell -> cell.replace("|", "\\|")).toList()))
                .append(" |\n");
    }
}
