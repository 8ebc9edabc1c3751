package dev.ephemint.conformance.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.canary.Schemas;
import dev.ephemint.conformance.canary.TypeConditions;
import dev.ephemint.conformance.contract.KnownValues;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Finds the members of a body's schema and what is stated of each. */
final class Constraints {
    private static final int DEEPEST = 12;

    private final String subject;
    private final Schemas schemas;
    private final Map<Part, Constraint> found = new LinkedHashMap<>();

    private Constraints(String subject, JsonNode document) {
        this.subject = subject;
        this.schemas = new Schemas(document);
    }

    static List<Constraint> of(String subject, JsonNode document, JsonNode schema) {
        Constraints constraints = new Constraints(subject, document);
        constraints.walk("", schema, 0);
        return List.copyOf(constraints.found.values());
    }

    private void walk(String path, JsonNode schema, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("a schema without end at " + path);
        }
        Set<String> types = schemas.types(schema);
        if (!types.isEmpty()) {
            add(Constraint.limit(
                    part(path, "type " + String.join("|", types)), any -> true, value -> isOfType(value, types)));
        }
        KnownValues.of(schemas.resolve(schema))
                .forEach(known ->
                        add(Constraint.shown(part(path, "known value " + known), value -> holds(value, known))));
        for (JsonNode branch : schemas.branches(schema)) {
            limits(path, branch);
            members(path, branch, depth);
        }
    }

    private static boolean holds(JsonNode value, String known) {
        return value.asText("").equals(known)
                || (value.isArray()
                        && StreamSupport.stream(value.spliterator(), false)
                                .anyMatch(item -> item.asText("").equals(known)));
    }

    private void members(String path, JsonNode branch, int depth) {
        branch.path("properties").properties().forEach(member -> {
            String below = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
            add(Constraint.shown(part(below, Part.MEMBER), any -> true));
            walk(below, member.getValue(), depth + 1);
        });
        branch.path("required")
                .forEach(name -> add(Constraint.limit(
                        part(path, "required " + name.asText()),
                        JsonNode::isObject,
                        value -> value.has(name.asText()))));
        TypeConditions.of(branch).forEach((type, further) -> condition(path, type, further, depth));
        if (branch.has("items")) {
            walk(path + "[]", branch.get("items"), depth + 1);
        }
        JsonNode others = branch.path("additionalProperties");
        if (others.isObject()) {
            walk(path + ".*", others, depth + 1);
        } else if (others.booleanValue()) {
            Set<String> known = Set.copyOf(names(branch));
            add(Constraint.shown(part(path, "additionalProperties true"), value -> value.properties().stream()
                    .anyMatch(member -> !known.contains(member.getKey()))));
        }
    }

    private void condition(String path, String type, JsonNode further, int depth) {
        Predicate<JsonNode> ofType = value -> value.path("type").asText("").equals(type);
        further.path("required")
                .forEach(name -> add(Constraint.limit(
                        part(path, "required " + name.asText() + " if type is " + type),
                        ofType,
                        value -> value.has(name.asText()))));
        further.path("properties")
                .properties()
                .forEach(member -> walk(
                        path.isEmpty() ? member.getKey() : path + "." + member.getKey(), member.getValue(), depth + 1));
    }

    private static List<String> names(JsonNode branch) {
        return branch.path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private void limits(String path, JsonNode branch) {
        number(path, branch, "minimum", (value, limit) -> value.compareTo(limit) >= 0);
        number(path, branch, "maximum", (value, limit) -> value.compareTo(limit) <= 0);
        size(path, branch, "minLength", JsonNode::isTextual, (value, limit) -> length(value) >= limit);
        size(path, branch, "maxLength", JsonNode::isTextual, (value, limit) -> length(value) <= limit);
        size(path, branch, "minItems", JsonNode::isArray, (value, limit) -> value.size() >= limit);
        size(path, branch, "maxItems", JsonNode::isArray, (value, limit) -> value.size() <= limit);
        if (branch.has("pattern")) {
            Pattern pattern = Pattern.compile(branch.get("pattern").textValue());
            add(Constraint.limit(
                    part(path, "pattern " + pattern), JsonNode::isTextual, value -> pattern.matcher(value.textValue())
                            .find()));
        }
        if (branch.has("const")) {
            String only = branch.get("const").asText();
            add(new Constraint(
                    part(path, "const " + only),
                    value -> value.asText("").equals(only),
                    value -> value.isTextual() && !value.textValue().equals(only),
                    true));
        }
        branch.path("enum")
                .forEach(word -> add(new Constraint(
                        part(path, "enum " + word.asText()),
                        value -> value.equals(word),
                        value -> !branch.get("enum").toString().contains(value.toString()),
                        true)));
    }

    private interface NumberLimit {
        boolean holds(BigDecimal value, BigDecimal limit);
    }

    private void number(String path, JsonNode branch, String keyword, NumberLimit limit) {
        if (branch.has(keyword)) {
            BigDecimal bound = branch.get(keyword).decimalValue();
            add(Constraint.limit(
                    part(path, keyword + " " + bound),
                    JsonNode::isNumber,
                    value -> limit.holds(value.decimalValue(), bound)));
        }
    }

    private interface SizeLimit {
        boolean holds(JsonNode value, int limit);
    }

    private void size(String path, JsonNode branch, String keyword, Predicate<JsonNode> concerns, SizeLimit limit) {
        if (branch.has(keyword)) {
            int bound = branch.get(keyword).intValue();
            add(Constraint.limit(part(path, keyword + " " + bound), concerns, value -> limit.holds(value, bound)));
        }
    }

    private static int length(JsonNode text) {
        return text.textValue().codePointCount(0, text.textValue().length());
    }

    private static boolean isOfType(JsonNode value, Set<String> types) {
        return switch (value.getNodeType()) {
            case OBJECT -> types.contains("object");
            case ARRAY -> types.contains("array");
            case STRING -> types.contains("string");
            case BOOLEAN -> types.contains("boolean");
            case NULL -> types.contains("null");
            case NUMBER -> types.contains("number") || (types.contains("integer") && isWhole(value));
            default -> false;
        };
    }

    private static boolean isWhole(JsonNode number) {
        return number.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    private Part part(String path, String statement) {
        return new Part(subject, path, statement);
    }

    private void add(Constraint constraint) {
        found.putIfAbsent(constraint.part(), constraint);
    }
}
