package dev.ephemint.conformance.report;

import dev.ephemint.conformance.gateway.Exchange;
import dev.ephemint.conformance.run.CheckResult;
import dev.ephemint.conformance.run.RunResult;
import dev.ephemint.conformance.run.Verdict;
import java.util.List;

/** The run as one page that loads nothing: a picture, filters, and each exchange on demand. */
final class HtmlReport {
    private final Report report;
    private final Allowance allowance = new Allowance();
    private final Xml html = new Xml();

    private HtmlReport(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return Page.of("Conformance: " + report.run().conclusion().words(), new HtmlReport(report).body());
    }

    private String body() {
        header();
        html.element("main", () -> {
            Picture.draw(html, report.run().checks());
            filters();
            html.element("ol", () -> report.run().checks().forEach(this::check), "id", "checks");
        });
        return html.toString();
    }

    private void header() {
        RunResult run = report.run();
        html.element("header", () -> {
            html.element("h1", () -> html.text("Conformance: ")
                    .element(
                            "strong",
                            run.conclusion().words(),
                            "class",
                            run.conclusion().id()));
            html.element(
                    "p",
                    run.target() + " as " + run.profile().title() + " ("
                            + run.profile().name() + ")");
            html.element(
                    "p",
                    report.totals() + "; " + run.facts() + " facts compared, "
                            + run.selfChecks().size() + " self-checks, " + run.started());
            List<String> reasons = report.reasons();
            if (!reasons.isEmpty()) {
                html.element("ul", () -> reasons.forEach(reason -> html.element("li", allowance.line(reason))));
            }
        });
    }

    private void filters() {
        html.element(
                "form",
                () -> {
                    html.element("label", () -> html.text("Search ")
                            .empty("input", "type", "search", "id", "search", "autocomplete", "off"));
                    html.element("fieldset", () -> {
                        html.element("legend", "Verdict");
                        report.run().counts().forEach(this::filter);
                    });
                    html.element("output", "", "id", "shown");
                },
                "id",
                "filters");
    }

    private void filter(Verdict verdict, Long count) {
        if (count > 0) {
            html.element(
                    "label", () -> html.empty("input", "type", "checkbox", "checked", "checked", "value", verdict.id())
                            .text(" " + verdict.words() + " (" + count + ")"));
        }
    }

    private void check(CheckResult result) {
        String verdict = result.verdict().id();
        html.element(
                "li",
                () -> {
                    if (result.verdict() == Verdict.PASSED) {
                        summary(result);
                    } else {
                        html.element("details", () -> {
                            html.element("summary", () -> summary(result));
                            details(result);
                        });
                    }
                },
                "data-verdict",
                verdict);
    }

    private void summary(CheckResult result) {
        html.element(
                "span",
                result.verdict().words(),
                "class",
                "verdict " + result.verdict().id());
        html.text(" ").element("code", result.id());
    }

    private void details(CheckResult result) {
        result.reason().ifPresent(reason -> html.element("p", allowance.line(reason)));
        result.known()
                .ifPresent(known -> html.element(
                        "p",
                        "listed since " + known.since() + ", expires after " + known.expires()
                                + known.link().map(link -> ", " + link).orElse("")));
        html.element("p", Details.requirement(report, result));
        if (!report.evidence(result).isEmpty()) {
            html.element("ul", () -> report.evidence(result)
                    .forEach(evidence -> html.element("li", "evidence: " + Report.line(evidence))));
        }
        if (!result.differences().isEmpty()) {
            html.element("pre", allowance.text(String.join("\n", result.differences())));
        }
        result.exchanges().forEach(this::exchange);
    }

    private void exchange(Exchange exchange) {
        html.element("details", () -> {
            html.element("summary", "exchange: " + exchange.request().start());
            html.element("pre", allowance.text(String.join("\n", Details.exchange(exchange))));
            html.element("pre", allowance.text(report.curl(exchange)), "class", "command");
        });
    }
}
