package dev.ephemint.conformance.bench.report;

import dev.ephemint.conformance.bench.result.Results;
import dev.ephemint.conformance.bench.result.Spread;
import dev.ephemint.conformance.bench.result.Value;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Throughput as bars, in one SVG file that follows the reader's light or dark colours. */
public final class BarDiagram {
    private static final int WIDTH = 760;
    private static final int LABELS = 250;
    private static final int BARS = 400;
    private static final int ROW = 28;
    private static final int TOP = 44;

    private static final String STYLE = """
            text { font: 13px system-ui, sans-serif; fill: #1f2328 }
            .title { font-weight: 600 }
            .bar { fill: #8c959f } .own { fill: #0969da } .range { stroke: #1f2328; stroke-width: 1.5 }
            @media (prefers-color-scheme: dark) {
              text { fill: #e6edf3 }
              .bar { fill: #6e7681 } .own { fill: #4493f8 } .range { stroke: #e6edf3 }
            }
            """;

    private final Results results;

    public BarDiagram(Results results) {
        this.results = results;
    }

    /** Without the direct call: it is no gateway. */
    public String svg() {
        Map<String, Spread> bars = new LinkedHashMap<>();
        for (String target : results.samples().targets("throughput")) {
            if (!target.equals("direct")) {
                results.samples()
                        .spread("throughput", "", target, Value.MINTS_PER_S)
                        .ifPresent(spread -> bars.put(target, spread));
            }
        }
        double greatest =
                bars.values().stream().mapToDouble(Spread::greatest).max().orElse(1);
        StringBuilder svg = new StringBuilder();
        int height = TOP + ROW * bars.size() + 8;
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"title\">\n",
                WIDTH,
                height));
        svg.append("<title id=\"title\">Mints per second, 64 connections</title>\n<style>\n")
                .append(STYLE)
                .append(
                        "</style>\n<text class=\"title\" x=\"8\" y=\"24\">Mints per second, 64 connections: median and range</text>\n");
        int row = 0;
        for (Map.Entry<String, Spread> bar : bars.entrySet()) {
            svg.append(bar(bar.getKey(), bar.getValue(), greatest, TOP + ROW * row));
            row++;
        }
        return svg.append("</svg>\n").toString();
    }

    private String bar(String target, Spread spread, double greatest, int top) {
        double scale = BARS / greatest;
        String kind = target.startsWith("ephemint") ? "own" : "bar";
        int middle = top + ROW / 2;
        return String.format(
                Locale.ROOT,
                "<text x=\"8\" y=\"%d\">%s</text><rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"16\"/>"
                        + "<line class=\"range\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/><text x=\"%.1f\" y=\"%d\">%s</text>\n",
                middle + 4,
                label(target),
                kind,
                LABELS,
                middle - 8,
                spread.median() * scale,
                LABELS + spread.least() * scale,
                middle,
                LABELS + spread.greatest() * scale,
                middle,
                LABELS + spread.greatest() * scale + 8,
                middle + 4,
                Figures.number(spread.median()));
    }

    /** What stands before a comma is enough, but for Ephemint. */
    private String label(String target) {
        String title = results.title(target).replace("`", "");
        String text = target.startsWith("ephemint") ? title : title.replaceFirst(",.*", "");
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
