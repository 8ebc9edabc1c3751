package dev.ephemint.conformance.diff.published;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.json.ExactJson;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The forms in which differences to a published document are printed. */
public enum PublishedOutput {
    TEXT {
        @Override
        public String of(List<PublishedDifference> differences, String source, String date) {
            StringBuilder text = new StringBuilder();
            for (PublishedDifference each : differences) {
                text.append("%-9s %s%n          published: %s, contract: %s%n"
                        .formatted(word(each), place(each), or(each.published()), or(each.contract())));
                new TreeMap<>(each.meanings())
                        .forEach((dialect, meaning) ->
                                text.append("          %s: %s%n".formatted(dialect.id(), meaning)));
            }
            return text + "%d differences to %s%n".formatted(differences.size(), source);
        }
    },
    /** Format 1: members may be added. */
    JSON {
        @Override
        public String of(List<PublishedDifference> differences, String source, String date) {
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            root.put("format", 1).put("published", source).put("date", date);
            ArrayNode list = root.putArray("differences");
            for (PublishedDifference each : differences) {
                ObjectNode node = list.addObject();
                node.put("kind", word(each)).put("operation", each.operation().name());
                node.put("side", each.side().id()).put("member", each.member()).put("fact", each.fact());
                node.put("published", each.published()).put("contract", each.contract());
                ObjectNode meanings = node.putObject("dialects");
                new TreeMap<>(each.meanings()).forEach((dialect, meaning) -> meanings.put(dialect.id(), meaning));
            }
            return ExactJson.writeIndented(root);
        }
    },
    /** Entries for the truth table, as YAML. */
    TRUTH {
        @Override
        public String of(List<PublishedDifference> differences, String source, String date) {
            return differences.stream().map(each -> truth(each, source, date)).collect(Collectors.joining());
        }
    };

    /** @param date of the published document, or of its reading */
    public abstract String of(List<PublishedDifference> differences, String source, String date);

    private static String word(PublishedDifference each) {
        return each.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String place(PublishedDifference each) {
        return each.operation() + " " + each.side().id() + (each.member().isEmpty() ? "" : " " + each.member()) + ": "
                + each.fact();
    }

    private static String or(String text) {
        return text.isEmpty() ? "(none)" : text;
    }

    private static String truth(PublishedDifference each, String source, String date) {
        String dialects = each.meanings().keySet().stream()
                .sorted()
                .map(TargetDialect::id)
                .collect(Collectors.joining(", "));
        return "- {member: %s, side: %s, dialects: [%s], source: %s, date: %s, grade: published, says: %s}%n"
                .formatted(
                        quoted(each.member().isEmpty() ? each.operation().name() : each.member()),
                        each.side().id(),
                        dialects,
                        quoted(source),
                        date,
                        quoted(says(each)));
    }

    /** What the published document says, not what the contract makes of it. */
    private static String says(PublishedDifference each) {
        return switch (each.fact()) {
            case "member", "operation" -> each.published().isEmpty() ? "does not have it" : "has it";
            case "types" -> String.join("|", each.published().split(", ", -1));
            default -> each.published().isEmpty() ? "no " + each.fact() : each.fact() + " " + each.published();
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
