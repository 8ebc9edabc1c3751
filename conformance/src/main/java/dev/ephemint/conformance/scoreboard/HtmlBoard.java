package dev.ephemint.conformance.scoreboard;

import dev.ephemint.conformance.scoreboard.Gateways.Gateway;
import java.util.List;

/** The scoreboard as one page without script, readable on a phone. */
final class HtmlBoard {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Scoreboard</title>
            <style>
            body { font: 15px/1.5 system-ui, sans-serif; margin: 1rem auto; max-width: 75rem; padding: 0 1rem; color: #222; }
            div { overflow-x: auto; }
            table { border-collapse: collapse; }
            th, td { border: 1px solid #bbb; padding: .25rem .5rem; text-align: left; vertical-align: top; }
            th { background: #f0f0f0; }
            </style>
            </head>
            <body>
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private HtmlBoard() {}

    static String of(Scoreboard board) {
        HtmlBoard html = new HtmlBoard();
        html.write(board);
        return html.page.append("</body>\n</html>\n").toString();
    }

    private void write(Scoreboard board) {
        element("h1", BoardText.TITLE);
        element("p", BoardText.INTRODUCTION);
        element("h2", "Runs");
        element("p", BoardText.COUNTS);
        table(Table.runs(board));
        element("h2", "By family of requirements");
        element("p", BoardText.FAMILIES);
        table(Table.families(board));
        for (Gateway gateway : board.gateways().all()) {
            element("h2", gateway.name());
            element("p", gateway.about());
            Table failures = Table.failures(board, gateway);
            if (!failures.rows().isEmpty()) {
                table(failures);
            }
        }
        element("h2", BoardText.NOT_MEASURED);
        board.gateways().notMeasured().forEach((name, reason) -> element("p", name + ": " + reason));
    }

    private void table(Table table) {
        page.append("<div><table>\n");
        row("th", table.columns());
        table.rows().forEach(cells -> row("td", cells));
        page.append("</table></div>\n");
    }

    private void row(String name, List<String> cells) {
        page.append("<tr>");
        cells.forEach(cell -> page.append('<')
                .append(name)
                .append('>')
                .append(escaped(cell))
                .append("</")
                .append(name)
                .append('>'));
        page.append("</tr>\n");
    }

    private void element(String name, String text) {
        page.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
