package dev.ephemint.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What callers may rely on, one line each: operations, their parameters, statuses and headers, and every member of every
 * body or event as a path from its root, {@code POST /x 200 .session.tools[].name} for example.
 */
final class ContractFacts {

    private static final Set<String> METHODS = Set.of("get", "post");

    private final JsonNode document;
    private final Set<String> facts = new TreeSet<>();

    private ContractFacts(JsonNode document) {
        this.document = document;
    }

    static Set<String> of(JsonNode document) {
        ContractFacts walk = new ContractFacts(document);
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .forEach(operation -> walk.operation(
                        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation.getValue())));
        return walk.facts;
    }

    /**
     * The same of an AsyncAPI document: servers, addresses with their query and headers, and every member of every event as
     * a path from the operation and the event's name.
     */
    static Set<String> ofEvents(JsonNode document) {
        ContractFacts walk = new ContractFacts(document);
        document.path("servers").fieldNames().forEachRemaining(server -> walk.facts.add("server " + server));
        document.path("channels").properties().forEach(channel -> walk.channel(channel.getKey(), channel.getValue()));
        document.path("operations").properties().forEach(one -> walk.events(one.getKey(), one.getValue()));
        return walk.facts;
    }

    /** Every member under one schema. */
    static Set<String> members(JsonNode document, String schema) {
        ContractFacts walk = new ContractFacts(document);
        walk.schema("", document.at("/components/schemas/" + schema));
        return walk.facts;
    }

    private void operation(String name, JsonNode operation) {
        facts.add(name);
        operation
                .path("parameters")
                .forEach(ref -> facts.add(
                        name + " parameter " + resolved(ref).path("name").asText()));
        content(name + " request ", resolved(operation.path("requestBody")));
        operation.path("responses").properties().forEach(declared -> {
            String status = name + " " + declared.getKey() + " ";
            JsonNode response = resolved(declared.getValue());
            facts.add(status);
            response.path("headers").properties().forEach(header -> facts.add(status + "header " + header.getKey()));
            content(status, response);
        });
    }

    private void channel(String name, JsonNode channel) {
        facts.add(name + " " + channel.path("address").asText());
        schema(name + " query ", channel.at("/bindings/ws/query"));
        schema(name + " header ", channel.at("/bindings/ws/headers"));
    }

    private void events(String name, JsonNode operation) {
        facts.add(name + " " + operation.path("action").asText());
        operation.path("messages").forEach(ref -> {
            JsonNode message = resolved(ref);
            schema(name + " " + message.path("name").asText() + " ", message.path("payload"));
        });
    }

    private void content(String name, JsonNode holder) {
        schema(name, holder.at("/content/application~1json/schema"));
    }

    private void schema(String path, JsonNode schema) {
        JsonNode target = resolved(schema);
        Stream.of("oneOf", "anyOf", "allOf")
                .forEach(union -> target.path(union).forEach(branch -> schema(path, branch)));
        if (target.has("items")) {
            schema(path + "[]", target.get("items"));
        }
        if (target.path("additionalProperties").isObject()) {
            schema(path + "{}", target.get("additionalProperties"));
        }
        target.path("properties").properties().forEach(member -> {
            facts.add(path + "." + member.getKey());
            schema(path + "." + member.getKey(), member.getValue());
        });
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolved(document.at(node.get("$ref").asText().substring(1))) : node;
    }
}
