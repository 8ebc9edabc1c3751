package dev.ephemint.conformance.truth;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The truth table as one page, readable on a phone, with a filter. */
final class HtmlTruth {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Truth table</title>
            <style>
            body { font: 15px/1.4 system-ui, sans-serif; margin: 1rem; color: #222; background: #fff; }
            table { border-collapse: collapse; width: 100%; }
            th, td { border: 1px solid #ccc; padding: .3rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
            th { background: #f2f2f2; }
            input { font: inherit; width: 100%; max-width: 30rem; padding: .3rem; }
            @media (max-width: 50rem) {
              table, tbody, tr, td { display: block; }
              thead { display: none; }
              tr { border: 1px solid #888; margin-bottom: .7rem; }
              td { border: 0; }
              td::before { content: attr(data-column) ": "; font-weight: bold; }
            }
            </style>
            </head>
            <body>
            <h1>Truth table</h1>
            <p><label>Filter <input id="filter" type="search"></label></p>
            """;
    private static final String TAIL = """
            <script>
            document.getElementById('filter').addEventListener('input', event => {
              const text = event.target.value.toLowerCase();
              for (const row of document.querySelectorAll('tbody tr')) {
                row.hidden = !row.textContent.toLowerCase().includes(text);
              }
            });
            </script>
            </body>
            </html>
            """;

    private final TruthTable table;

    HtmlTruth(TruthTable table) {
        this.table = table;
    }

    String text() {
        StringBuilder page = new StringBuilder(HEAD);
        TruthText.sections(table)
                .forEach((heading, rows) -> page.append(section(
                        heading,
                        TruthText.COLUMNS,
                        rows.stream().map(TruthText::cells).toList())));
        List<List<String>> models = StreamSupport.stream(table.models().spliterator(), false)
                .map(TruthText::cells)
                .toList();
        return page.append(section("Models", TruthText.MODEL_COLUMNS, models))
                .append(TAIL)
                .toString();
    }

    private static String section(String heading, List<String> columns, List<List<String>> rows) {
        String head = columns.stream().map(column -> "<th>" + column + "</th>").collect(Collectors.joining());
        String body = rows.stream().map(row -> row(columns, row)).collect(Collectors.joining());
        return "<h2>" + heading + "</h2>\n<table>\n<thead><tr>" + head + "</tr></thead>\n<tbody>\n" + body
                + "</tbody>\n</table>\n";
    }

    private static String row(List<String> columns, List<String> cells) {
        StringBuilder row = new StringBuilder("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            row.append("<td data-column=\"")
                    .append(columns.get(i))
                    .append("\">")
                    .append(escaped(cells.get(i)))
                    .append("</td>");
        }
        return row.append("</tr>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
