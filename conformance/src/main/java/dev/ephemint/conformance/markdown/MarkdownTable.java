package dev.ephemint.conformance.markdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table in Markdown; cells may have any text. */
public final class MarkdownTable {
    private final List<String> lines = new ArrayList<>();
    private final int columns;

    public MarkdownTable(List<String> titles) {
        columns = titles.size();
        line(titles);
        line(Collections.nCopies(columns, "---"));
    }

    /** @throws IllegalArgumentException if there are not as many cells as titles */
    public void row(List<String> cells) {
        if (cells.size() != columns) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns + " columns");
        }
        line(cells.stream()
                .map(cell -> cell.replace("|", "\\|").replace("<", "&lt;").replace("\n", " "))
                .toList());
    }

    private void line(List<String> cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
