package dev.ephemint.conformance.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.requirement.Requirement;
import dev.ephemint.conformance.run.Suite;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The requirements with their evidence and the checks that cover them. */
public final class RequirementList {
    private final Suite suite;
    private final Map<String, List<Check>> checks;

    public RequirementList(Suite suite) {
        this.suite = suite;
        this.checks = suite.checks().stream().collect(Collectors.groupingBy(Check::requirement));
    }

    /** A line for each requirement, and indented lines for the rest. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Requirement requirement : suite.requirements()) {
            text.append(requirement.id()).append(' ').append(requirement.text()).append('\n');
            requirement.evidence().forEach(evidence -> text.append("  evidence: ")
                    .append(Report.line(evidence))
                    .append('\n'));
            text.append("  checks: ").append(covering(requirement)).append('\n');
        }
        return text.toString();
    }

    /** The document {@code server/docs/requirements.md}. */
    public String markdown() {
        StringBuilder text = new StringBuilder("""
                # Requirements on a gateway for realtime tokens

                Each has a stable id, one sentence, its evidence, and the checks of the kit that cover it. Grades, from the nearest to
                the wire: *recorded* (the vendor's bytes), *reported* (by a witness), *documented*, *ruled* (decided here, where vendors
                differ or are silent). Rendered by `java -jar conformance/target/ephemint-conformance.jar requirements --format markdown`.
                """);
        String group = "";
        for (Requirement requirement : suite.requirements()) {
            if (!requirement.group().equals(group)) {
                group = requirement.group();
                text.append("\n## ").append(group).append('\n');
            }
            text.append("\n### ").append(requirement.id()).append("\n\n");
            text.append(requirement.text()).append("\n\n");
            requirement.evidence().forEach(evidence -> text.append("- ")
                    .append(Report.line(evidence))
                    .append('\n'));
            text.append("- Checks: ").append(covering(requirement)).append('\n');
        }
        return text.toString();
    }

    /** All of it, with the id of each check. */
    public String json() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Requirement requirement : suite.requirements()) {
            ObjectNode one = all.addObject()
                    .put("id", requirement.id())
                    .put("group", requirement.group())
                    .put("text", requirement.text());
            ArrayNode evidence = one.putArray("evidence");
            requirement.evidence().forEach(source -> evidence.addObject()
                    .put("source", source.source())
                    .put("date", source.date())
                    .put("grade", source.grade().name().toLowerCase(Locale.ROOT)));
            covers(requirement).stream().map(Check::id).forEach(one.putArray("checks")::add);
        }
        return Visible.json(all);
    }

    private List<Check> covers(Requirement requirement) {
        return checks.getOrDefault(requirement.id(), List.of());
    }

    /** The number of checks in each family. */
    private String covering(Requirement requirement) {
        Map<String, Long> families = covers(requirement).stream()
                .map(check -> check.id().replaceFirst("/.*", ""))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return families.isEmpty()
                ? "none"
                : families.entrySet().stream()
                        .map(family -> family.getKey() + " (" + family.getValue() + ")")
                        .collect(Collectors.joining(", "));
    }
}
