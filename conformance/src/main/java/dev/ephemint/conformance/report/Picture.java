package dev.ephemint.conformance.report;

import dev.ephemint.conformance.run.CheckResult;
import dev.ephemint.conformance.run.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All checks at one glance: a block for each group, a cell for each check, its form and colour by verdict. */
final class Picture {
    private static final int CELL = 8;
    private static final int COLUMNS = 40;
    private static final int LABEL = 16;
    private static final int MOST_GROUPS = 60;

    /** Paths in a cell of 8 by 8; a form for each, so that it can be read without colours. */
    private static final Map<Verdict, String> FORMS = Map.of(
            Verdict.PASSED, "m1 1h6v6h-6z",
            Verdict.FAILED, "m0 0h2l2 2l2-2h2v2l-2 2l2 2v2h-2l-2-2l-2 2h-2v-2l2-2l-2-2z",
            Verdict.KNOWN, "m4 0l4 7h-8z",
            Verdict.FLAKY, "m4 0l4 4l-4 4l-4-4z",
            Verdict.NOT_PROVEN, "m1 1h6v6h-6zm2 2v2h2v-2z",
            Verdict.NOT_APPLICABLE, "m3 3h2v2h-2z",
            Verdict.NOT_RUN, "m1 3h6v2h-6z");

    private Picture() {}

    static void draw(Xml html, List<CheckResult> checks) {
        Map<String, List<CheckResult>> groups = groups(checks);
        int height = groups.values().stream().mapToInt(Picture::height).sum();
        html.element("figure", () -> {
            html.element(
                    "svg",
                    () -> {
                        html.element("title", "Each check by its verdict, in groups");
                        int top = 0;
                        for (Map.Entry<String, List<CheckResult>> group : groups.entrySet()) {
                            group(html, group.getKey(), group.getValue(), top);
                            top += height(group.getValue());
                        }
                    },
                    "role",
                    "img",
                    "viewBox",
                    "0 0 " + COLUMNS * CELL + " " + Math.max(1, height));
            html.element(
                    "figcaption", () -> FORMS.keySet().stream().sorted().forEach(verdict -> legend(html, verdict)));
        });
    }

    /** By the first two segments of ids of three or more; by the first alone if that were too many groups. */
    private static Map<String, List<CheckResult>> groups(List<CheckResult> checks) {
        Map<String, List<CheckResult>> fine = groups(checks, Picture::twoSegments);
        return fine.size() <= MOST_GROUPS ? fine : groups(checks, CheckResult::family);
    }

    private static Map<String, List<CheckResult>> groups(
            List<CheckResult> checks, Function<CheckResult, String> group) {
        return checks.stream().collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()));
    }

    private static String twoSegments(CheckResult check) {
        String[] segments = check.id().split("/", 3);
        return segments.length < 3 ? segments[0] : segments[0] + "/" + segments[1];
    }

    private static int height(List<CheckResult> group) {
        return LABEL + (group.size() + COLUMNS - 1) / COLUMNS * CELL + CELL;
    }

    private static void group(Xml html, String name, List<CheckResult> group, int top) {
        html.element("text", name + " (" + group.size() + ")", "x", "0", "y", String.valueOf(top + LABEL - 4));
        Map<Verdict, StringBuilder> paths = new EnumMap<>(Verdict.class);
        for (int i = 0; i < group.size(); i++) {
            Verdict verdict = group.get(i).verdict();
            paths.computeIfAbsent(verdict, first -> new StringBuilder())
                    .append('M')
                    .append(i % COLUMNS * CELL)
                    .append(' ')
                    .append(top + LABEL + i / COLUMNS * CELL)
                    .append(FORMS.get(verdict));
        }
        paths.forEach((verdict, path) -> html.empty("path", "class", verdict.id(), "d", path.toString()));
    }

    private static void legend(Xml html, Verdict verdict) {
        html.element("span", () -> {
            html.element(
                    "svg",
                    () -> html.empty("path", "class", verdict.id(), "d", "M0 0" + FORMS.get(verdict)),
                    "viewBox",
                    "0 0 8 8",
                    "aria-hidden",
                    "true");
            html.text(verdict.words());
        });
    }
}
