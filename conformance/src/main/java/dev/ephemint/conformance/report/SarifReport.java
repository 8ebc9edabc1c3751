package dev.ephemint.conformance.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.run.CheckResult;
import dev.ephemint.conformance.run.Verdict;
import java.util.Map;
import java.util.TreeMap;

/** What failed or was not proven as SARIF 2.1.0, for code scanning; the rules are the requirements. */
final class SarifReport {
    private static final String LIST_RULE = "known-failures";
    private static final Map<Verdict, String> LEVELS = Map.of(
            Verdict.FAILED, "error",
            Verdict.NOT_PROVEN, "warning",
            Verdict.KNOWN, "note",
            Verdict.FLAKY, "note");

    private final Report report;
    private final Allowance allowance = new Allowance();

    private SarifReport(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return Visible.json(new SarifReport(report).tree());
    }

    private ObjectNode tree() {
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                .put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool")
                .putObject("driver")
                .put("name", "ephemint-conformance")
                .put("version", report.version());
        rules(driver.putArray("rules"));
        ArrayNode results = run.putArray("results");
        report.notable().forEach(result -> result(results.addObject(), result));
        report.run()
                .listProblems()
                .forEach(problem -> place(
                        results.addObject().put("ruleId", LIST_RULE).put("level", "error"),
                        problem.text(),
                        problem.entry().pattern().text()));
        return root;
    }

    private void rules(ArrayNode rules) {
        new TreeMap<>(report.requirements()).forEach((id, requirement) -> rules.addObject()
                .put("id", id)
                .putObject("shortDescription")
                .put("text", requirement.text()));
        rules.addObject()
                .put("id", LIST_RULE)
                .putObject("shortDescription")
                .put("text", "Each known failure still fails, has not expired, and selects a check.");
    }

    private void result(ObjectNode node, CheckResult result) {
        node.put("ruleId", result.check().requirement()).put("level", LEVELS.get(result.verdict()));
        String text = result.id() + ": "
                + (result.differences().isEmpty()
                        ? result.reason().orElse(result.verdict().words())
                        : String.join("\n", result.differences()));
        place(node, text, result.id());
        result.known().filter(known -> result.verdict() != Verdict.FAILED).ifPresent(known -> node.putArray(
                        "suppressions")
                .addObject()
                .put("kind", "external")
                .put("justification", known.reason()));
    }

    private void place(ObjectNode node, String text, String check) {
        node.putObject("message").put("text", Visible.text(allowance.line(text)));
        ObjectNode location = node.putArray("locations").addObject();
        location.putObject("physicalLocation").putObject("artifactLocation").put("uri", report.location());
        location.putArray("logicalLocations").addObject().put("fullyQualifiedName", check);
        node.putObject("partialFingerprints").put("check/v1", check);
    }
}
