package dev.ephemint.conformance.truth;

import dev.ephemint.conformance.markdown.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The truth table as a page of the documentation. */
final class MarkdownTruth {
    private static final String HEAD = """
            # Truth table

            What the vendors' published documents say of each member, what prose, SDKs and reports say, what the recordings in this
            repository show, and what the contract makes of it. Printed by the command `truth`; the data are in
            `conformance/src/main/resources/kit/truth` and, for models, in
            `spec/src/main/resources/dev/ephemint/contract/model-rules.json`, which are also the server's model rules.
            """;

    private final TruthTable table;

    MarkdownTruth(TruthTable table) {
        this.table = table;
    }

    String text() {
        StringBuilder text = new StringBuilder(HEAD);
        TruthText.sections(table).forEach((heading, rows) -> text.append("\n## ")
                .append(heading)
                .append("\n\n")
                .append(table(
                        TruthText.COLUMNS,
                        rows.stream().map(MarkdownTruth::marked).toList())));
        List<List<String>> models = StreamSupport.stream(table.models().spliterator(), false)
                .map(TruthText::cells)
                .toList();
        return text.append("\n## Models\n\n")
                .append(table(TruthText.MODEL_COLUMNS, models))
                .toString();
    }

    private static List<String> marked(TruthRow row) {
        List<String> cells = new ArrayList<>(TruthText.cells(row));
        cells.set(0, "`" + cells.get(0) + "`");
        return cells;
    }

    private static String table(List<String> columns, List<List<String>> rows) {
        MarkdownTable table = new MarkdownTable(columns);
        rows.forEach(table::row);
        return table.toString();
    }
}
