package dev.ephemint.conformance.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.json.References;
import dev.ephemint.conformance.tape.Tape;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The texts that the contract lists for the members of one response. */
final class ContractValues {
    private static final String BODY = "/response/body";

    /** Most lists of the contract are open, so its descriptions name the values instead of an enum. */
    private static final Pattern KNOWN = Pattern.compile("Known values? (?:is|are) (?:[^.`]|`[^`]*`)*");

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final String[] BRANCHES = {"oneOf", "anyOf", "allOf"};

    private final References references;
    private final JsonNode schema;

    private ContractValues(DialectContract contract, JsonNode schema) {
        this.references = new References(contract.tree());
        this.schema = schema;
    }

    static ContractValues of(Tape tape) {
        DialectContract contract = DialectContract.of(tape.dialect());
        return new ContractValues(
                contract,
                contract.responseSchema(tape.operation(), tape.response().status()));
    }

    /** Empty if the contract lists none at the place, a pointer into the tape. */
    Set<String> at(String pointer) {
        Set<String> values = new HashSet<>();
        if (pointer.startsWith(BODY + "/")) {
            collect(schema, pointer.substring(BODY.length() + 1).split("/", -1), 0, values);
        }
        return values;
    }

    private void collect(JsonNode unresolved, String[] steps, int next, Set<String> values) {
        JsonNode node = references.resolve(unresolved);
        for (String branch : BRANCHES) {
            node.path(branch).forEach(each -> collect(each, steps, next, values));
        }
        if (next == steps.length) {
            node.path("enum").forEach(value -> addText(value, values));
            addText(node.path("const"), values);
            KNOWN.matcher(node.path("description").asText("")).results().forEach(known -> QUOTED.matcher(known.group())
                    .results()
                    .forEach(value -> values.add(value.group(1))));
        } else if (node.path("properties").has(steps[next])) {
            collect(node.path("properties").path(steps[next]), steps, next + 1, values);
        } else if (node.has("items")) {
            collect(node.path("items"), steps, next + 1, values);
        }
    }

    private static void addText(JsonNode value, Set<String> values) {
        if (value.isTextual()) {
            values.add(value.textValue());
        }
    }
}
