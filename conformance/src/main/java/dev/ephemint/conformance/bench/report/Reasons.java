package dev.ephemint.conformance.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why goals are not reached, by id of the goal, and where the figures for it are: {@code reasons.json}. */
record Reasons(Map<String, Reason> all) {
    /** Section of the same text. */
    static final String PROFILE = "What the CPU time of a mint is spent for, on the newest JDK";

    private static final String SEE_PROFILE = "profile";
    private static final Pattern RECORD = Pattern.compile("decisions/0*(\\d+)-.*");

    /** @param see {@code profile}, or a record's path from this project's documents */
    record Reason(String why, String see) {
        @Override
        public String toString() {
            Matcher decision = RECORD.matcher(see);
            String link = decision.matches()
                    ? "[record " + decision.group(1) + "](" + see + ")"
                    : "[profile](#" + anchor(PROFILE) + ")";
            return why + " (" + link + ")";
        }
    }

    static Reasons read() {
        Map<String, Reason> reasons = new TreeMap<>();
        for (Map.Entry<String, JsonNode> goal :
                ExactJson.resource(Reasons.class, "reasons.json").properties()) {
            JsonNode reason = goal.getValue();
            reasons.put(
                    goal.getKey(),
                    new Reason(reason.path("why").asText(), reason.path("see").asText()));
        }
        return new Reasons(reasons);
    }

    Reason of(Goal goal) {
        return all.getOrDefault(goal.id(), new Reason("not known", SEE_PROFILE));
    }

    /** As renderers of Markdown make it of a heading. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }
}
