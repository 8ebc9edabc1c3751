package dev.ephemint.server.policy.caller.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.Document;
import dev.ephemint.server.policy.caller.RulePath;
import dev.ephemint.server.schema.ContractSchema;
import dev.ephemint.server.schema.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every member of a nested request by its path, with {@code []} for the items of a list. Read from the contract once. */
final class ContractPaths {

    private static final String REQUEST = "/components/schemas/ClientSecretRequest";
    private static final String SESSION = "session";
    private static final List<String> UNIONS = List.of("oneOf", "anyOf", "allOf");

    private static final ContractPaths CONTRACT = new ContractPaths();

    private final JsonNode document = Document.CONTRACT.tree();
    private final Map<String, ContractPath> paths = new LinkedHashMap<>();

    private ContractPaths() {
        collect("", REQUEST, Optional.empty());
    }

    static ContractPaths get() {
        return CONTRACT;
    }

    Optional<ContractPath> find(String path) {
        return Optional.ofNullable(paths.get(path));
    }

    Set<String> names() {
        return paths.keySet();
    }

    /** Why the contract does not allow a value there; empty if it does. */
    Optional<String> refusal(ContractPath path, JsonNode value) {
        List<List<Violation>> verdicts = path.schemas().stream()
                .map(schema -> ContractSchema.of(Document.CONTRACT).validateAt(schema, value))
                .toList();
        return verdicts.stream().anyMatch(List::isEmpty)
                ? Optional.empty()
                : verdicts.stream()
                        .findFirst()
                        .map(violations -> violations.get(0).message());
    }

    private void collect(String path, String pointer, Optional<String> session) {
        JsonNode schema = document.at(pointer);
        if (schema.has("$ref")) {
            collect(path, target(schema.get("$ref")), session);
        } else if (path.equals(SESSION) && session.isEmpty()) {
            schema.at("/discriminator/mapping")
                    .properties()
                    .forEach(branch -> collect(path, target(branch.getValue()), Optional.of(branch.getKey())));
        } else {
            branches(path, pointer, session);
        }
    }

    private void branches(String path, String pointer, Optional<String> session) {
        JsonNode schema = document.at(pointer);
        for (String union : UNIONS) {
            for (int i = 0; i < schema.path(union).size(); i++) {
                collect(path, pointer + "/" + union + "/" + i, session);
            }
        }
        String prefix = path.isEmpty() ? "" : path + ".";
        schema.path("properties")
                .fieldNames()
                .forEachRemaining(name -> add(prefix + name, pointer + "/properties/" + name, session));
        if (schema.path("items").isObject()) {
            add(path + "[]", pointer + "/items", session);
        }
    }

    private void add(String path, String pointer, Optional<String> session) {
        paths.merge(
                path,
                new ContractPath(
                        new RulePath(path), session.map(Set::of).orElse(Set.of()), List.of(pointer), types(pointer)),
                ContractPaths::merged);
        collect(path, pointer, session);
    }

    private static ContractPath merged(ContractPath one, ContractPath other) {
        List<String> schemas = new ArrayList<>(one.schemas());
        other.schemas().stream().filter(schema -> !schemas.contains(schema)).forEach(schemas::add);
        return new ContractPath(
                one.path(), union(one.sessions(), other.sessions()), schemas, union(one.types(), other.types()));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    private Set<String> types(String pointer) {
        JsonNode schema = document.at(pointer);
        if (schema.has("$ref")) {
            return types(target(schema.get("$ref")));
        }
        Set<String> types = new TreeSet<>();
        if (schema.path("type").isTextual()) {
            types.add(schema.get("type").textValue());
        }
        schema.path("type").forEach(type -> types.add(type.asText()));
        for (String union : UNIONS) {
            for (int i = 0; i < schema.path(union).size(); i++) {
                types.addAll(types(pointer + "/" + union + "/" + i));
            }
        }
        return types;
    }

    private static String target(JsonNode reference) {
        return reference.textValue().substring(1);
    }
}
