package dev.ephemint.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that a schema's description lists: the contract has no enum, because vendors add values. */
public final class KnownValues {
    private static final Pattern SENTENCE = Pattern.compile("Known (?:value|name)s? (?:is|are) (.*?)(?:\\. |$)");
    private static final Pattern VALUE = Pattern.compile("`([^`]+)`");

    private KnownValues() {}

    /** In the order of the description; empty if it lists none. */
    public static List<String> of(JsonNode schema) {
        String description = schema.path("description").asText("").replaceAll("\\([^)]*\\)", "");
        Matcher sentence = SENTENCE.matcher(description);
        return sentence.find()
                ? VALUE.matcher(sentence.group(1))
                        .results()
                        .map(value -> value.group(1))
                        .toList()
                : List.of();
    }
}
