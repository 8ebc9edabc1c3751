package dev.ephemint.conformance.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.gateway.Exchange;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.known.KnownFailure;
import dev.ephemint.conformance.run.CheckResult;
import dev.ephemint.conformance.run.RunResult;
import java.util.Locale;
import java.util.TreeMap;

/** The run as JSON, for programs; described by {@code kit/report/report-1.schema.json}. */
final class JsonReport {
    /** Raised if a member changes its meaning or goes away; new members alone leave it. */
    private static final int FORMAT = 1;

    private final Report report;
    private final Allowance allowance = new Allowance();

    private JsonReport(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return Visible.json(new JsonReport(report).tree());
    }

    private ObjectNode tree() {
        RunResult run = report.run();
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("format", FORMAT);
        root.putObject("tool").put("name", "ephemint-conformance").put("version", report.version());
        root.put("target", run.target().toString());
        root.putObject("profile")
                .put("name", run.profile().name())
                .put("title", run.profile().title())
                .put("dialect", run.profile().dialect().id());
        root.put("position", run.position().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        root.put("started", run.started().toString())
                .put("milliseconds", run.duration().toMillis());
        root.put("conclusion", run.conclusion().id());
        report.reasons().forEach(root.putArray("reasons")::add);
        ObjectNode counts = root.putObject("counts");
        run.counts().forEach((verdict, count) -> counts.put(verdict.id(), count));
        root.put("facts", run.facts());
        ArrayNode selfChecks = root.putArray("selfChecks");
        run.selfChecks()
                .forEach((name, noticed) ->
                        selfChecks.addObject().put("name", name).put("noticed", noticed));
        ArrayNode problems = root.putArray("listProblems");
        run.listProblems().forEach(problem -> problems.addObject()
                .put("kind", problem.kind().id())
                .put("pattern", problem.entry().pattern().text())
                .put("text", problem.text()));
        requirements(root.putObject("requirements"));
        ArrayNode checks = root.putArray("checks");
        run.checks().forEach(result -> check(checks.addObject(), result));
        return root;
    }

    private void requirements(ObjectNode all) {
        new TreeMap<>(report.requirements()).forEach((id, requirement) -> {
            ObjectNode one = all.putObject(id).put("text", requirement.text());
            ArrayNode evidence = one.putArray("evidence");
            requirement.evidence().forEach(source -> evidence.addObject()
                    .put("source", source.source())
                    .put("date", source.date())
                    .put("grade", source.grade().name().toLowerCase(Locale.ROOT)));
        });
    }

    private void check(ObjectNode node, CheckResult result) {
        node.put("id", result.id())
                .put("requirement", result.check().requirement())
                .put("verdict", result.verdict().id())
                .put("facts", result.facts())
                .put("milliseconds", result.duration().toMillis());
        result.reason().ifPresent(reason -> node.put("reason", reason));
        result.known().ifPresent(known -> known(node.putObject("known"), known));
        if (!result.differences().isEmpty()) {
            ArrayNode differences = node.putArray("differences");
            result.differences().forEach(line -> differences.add(allowance.line(line)));
        }
        if (!result.exchanges().isEmpty()) {
            ArrayNode exchanges = node.putArray("exchanges");
            result.exchanges().forEach(exchange -> exchange(exchanges.addObject(), exchange));
        }
    }

    private static void known(ObjectNode node, KnownFailure known) {
        node.put("pattern", known.pattern().text()).put("reason", known.reason());
        known.link().ifPresent(link -> node.put("link", link));
        node.put("since", known.since().toString())
                .put("expires", known.expires().toString());
    }

    private void exchange(ObjectNode node, Exchange exchange) {
        message(node.putObject("request"), exchange.request());
        exchange.response().ifPresent(response -> message(node.putObject("response"), response));
        exchange.failure().ifPresent(failure -> node.put("failure", failure));
        ArrayNode upstream = node.putArray("upstream");
        exchange.upstream().forEach(message -> message(upstream.addObject(), message));
        node.put("curl", allowance.text(report.curl(exchange)));
    }

    private void message(ObjectNode node, Message message) {
        node.put("start", message.start());
        ArrayNode headers = node.putArray("headers");
        message.headers()
                .forEach(
                        header -> headers.addObject().put("name", header.name()).put("value", header.value()));
        node.put("body", allowance.text(message.body()));
    }
}
