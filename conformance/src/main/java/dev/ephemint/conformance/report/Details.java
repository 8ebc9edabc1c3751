package dev.ephemint.conformance.report;

import dev.ephemint.conformance.gateway.Exchange;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.run.CheckResult;
import java.util.ArrayList;
import java.util.List;

/** One check in plain lines: requirement, evidence, differences, the last exchange, and how to reproduce it. */
final class Details {
    private static final int LONGEST_BODY = 4_000;

    private Details() {}

    static List<String> of(Report report, CheckResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(requirement(report, result));
        report.evidence(result).forEach(evidence -> lines.add("evidence: " + Report.line(evidence)));
        lines.addAll(result.differences());
        if (!result.exchanges().isEmpty()) {
            Exchange last = result.exchanges().get(result.exchanges().size() - 1);
            lines.add("reproduce: " + report.curl(last));
            lines.addAll(exchange(last));
        }
        return lines;
    }

    static String requirement(Report report, CheckResult result) {
        return result.check().requirement()
                + report.sentence(result).map(text -> ": " + text).orElse("");
    }

    /** As on the wire, each message under a line that says which one it is. */
    static List<String> exchange(Exchange exchange) {
        List<String> lines = new ArrayList<>();
        lines.add("--- request");
        lines.add(wire(exchange.request()));
        exchange.upstream().forEach(message -> {
            lines.add("--- request to the vendor");
            lines.add(wire(message));
        });
        lines.add("--- response");
        lines.add(exchange.response()
                .map(Details::wire)
                .orElseGet(() -> "none: " + exchange.failure().orElse("")));
        return lines;
    }

    private static String wire(Message message) {
        return new Message(message.start(), message.headers(), Visible.cut(message.body(), LONGEST_BODY)).toString();
    }
}
