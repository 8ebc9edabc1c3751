package dev.ephemint.conformance.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.contract.redaction.Redactor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a tape may show, from {@code redaction.json}.
 *
 * @param headers the response headers that a tape keeps, in lower case
 * @param query the query parameters that a tape keeps
 */
public record RedactionRules(
        Map<String, ValueKind> headers, Set<String> query, Map<String, ValueKind> members, List<InText> patterns) {

    /** A pattern of something to replace within a text. */
    public record InText(ValueKind kind, Pattern pattern) {}

    private static final RedactionRules DEFAULTS = read();

    public RedactionRules {
        headers = Map.copyOf(headers);
        query = Set.copyOf(query);
        members = Map.copyOf(members);
        patterns = List.copyOf(patterns);
    }

    public static RedactionRules defaults() {
        return DEFAULTS;
    }

    /** The same, with these members replaced as ids. */
    public RedactionRules withIds(List<String> names) {
        Map<String, ValueKind> more = new TreeMap<>(members);
        names.forEach(name -> more.put(name, ValueKind.ACCOUNT));
        return new RedactionRules(headers, query, more, patterns);
    }

    /** The kind of a member by its name, if the rules list it. */
    public Optional<ValueKind> member(String name) {
        return Stream.of(name, suffix(name))
                .flatMap(key -> Stream.ofNullable(members.get(key)))
                .findFirst();
    }

    public ValueKind header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), ValueKind.PLAIN);
    }

    /** The tree as a new tape would show it, without knowledge of any credential. */
    public JsonNode redacted(JsonNode tree) {
        return new TapeRedactor(this, Redactor.ofShapes()).tree(tree);
    }

    private static String suffix(String name) {
        return "*" + name.substring(Math.max(0, name.lastIndexOf('_')));
    }

    private static RedactionRules read() {
        JsonNode tree = ExactJson.resource(RedactionRules.class, "redaction.json");
        Set<String> query = new TreeSet<>();
        tree.path("query").forEach(rule -> query.add(rule.path("name").textValue()));
        List<InText> patterns = tree.path("patterns").findParents("pattern").stream()
                .map(rule -> new InText(
                        kind(rule), Pattern.compile(rule.path("pattern").textValue())))
                .toList();
        return new RedactionRules(kinds(tree.path("headers")), query, kinds(tree.path("members")), patterns);
    }

    private static Map<String, ValueKind> kinds(JsonNode rules) {
        Map<String, ValueKind> kinds = new LinkedHashMap<>();
        rules.forEach(rule -> kinds.put(rule.path("name").textValue(), kind(rule)));
        return kinds;
    }

    private static ValueKind kind(JsonNode rule) {
        return ValueKind.of(rule.path("kind").textValue());
    }
}
