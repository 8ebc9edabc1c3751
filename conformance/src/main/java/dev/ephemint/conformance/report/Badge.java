package dev.ephemint.conformance.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.run.RunResult;
import dev.ephemint.conformance.run.Verdict;

/** The JSON that a badge service reads from an address (the endpoint schema of shields.io). */
final class Badge {
    private Badge() {}

    static String of(Report report) {
        return ExactJson.writeIndented(JsonNodeFactory.instance
                .objectNode()
                .put("schemaVersion", 1)
                .put("label", "realtime minting")
                .put("message", message(report.run()))
                .put("color", color(report.run())));
    }

    private static String message(RunResult run) {
        return switch (run.conclusion()) {
            case PASSED ->
                run.count(Verdict.PASSED) + " passed"
                        + (run.count(Verdict.KNOWN) > 0 ? ", " + run.count(Verdict.KNOWN) + " known" : "");
            case FAILED -> run.count(Verdict.FAILED) > 0 ? run.count(Verdict.FAILED) + " failed" : "failed";
            case NOT_PROVEN -> "not proven";
            case VOID -> "void";
        };
    }

    private static String color(RunResult run) {
        return switch (run.conclusion()) {
            case PASSED -> "brightgreen";
            case FAILED -> "red";
            case NOT_PROVEN, VOID -> "lightgrey";
        };
    }
}
