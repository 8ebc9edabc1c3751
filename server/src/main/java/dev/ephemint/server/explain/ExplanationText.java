package dev.ephemint.server.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.server.dialect.UpstreamCall;

/** An explanation for people. */
public final class ExplanationText {

    private final StringBuilder text = new StringBuilder();

    private ExplanationText() {}

    public static String of(Explanation explanation) {
        ExplanationText page = new ExplanationText();
        page.line("# "
                + explanation.upstream().map(chosen -> chosen.name() + ", ").orElse("") + explanation.dialect());
        explanation.upstream().ifPresent(chosen -> chosen.route().forEach(line -> page.line("- " + line)));
        explanation.notes().forEach(note -> page.line("- " + note));
        explanation.request().ifPresent(request -> page.block("request, nested", request));
        page.line("");
        explanation.steps().forEach(page::step);
        explanation.call().ifPresent(page::call);
        explanation.refusal().ifPresent(error -> page.block("refused, nothing would be sent", error));
        return page.text.toString();
    }

    private void step(Step step) {
        if (step.refused()) {
            line(column(step.name()) + "refuses it");
        } else if (step.changes().isEmpty() && step.warnings().isEmpty()) {
            line(column(step.name()) + "leaves it as it is");
        }
        step.changes().forEach(change -> line(column(step.name()) + words(change)));
        step.warnings()
                .forEach(warning -> line(column(step.name()) + "warns: " + warning.code() + ": " + warning.message()));
    }

    private static String column(String name) {
        return String.format("  %-12s ", name);
    }

    private static String words(Change change) {
        if (change.before() instanceof MissingNode) {
            return "adds " + change.member() + " = " + change.after();
        }
        if (change.after() instanceof MissingNode) {
            return "takes out " + change.member() + " = " + change.before();
        }
        return "changes " + change.member() + " from " + change.before() + " to " + change.after();
    }

    private void call(UpstreamCall call) {
        line("");
        line("POST " + call.uri());
        call.headers().forEach((name, value) -> line(name + ": " + value));
        block("", call.body());
    }

    private void block(String title, JsonNode json) {
        line("");
        if (!title.isEmpty()) {
            line(title + ":");
        }
        line(json.toPrettyString());
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
