package dev.ephemint.conformance.truth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.canary.Schemas;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.matrix.Leg;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The members of requests and of minted responses in a contract, with their JSON types; without {@code connect}. */
final class ContractMembers {
    private static final String OWN = "connect";

    private final Schemas schemas;
    private final Map<String, Set<String>> types = new TreeMap<>();

    private ContractMembers(JsonNode document) {
        schemas = new Schemas(document);
    }

    static Map<String, Set<String>> of(DialectContract contract, MintOperation operation, Leg side) {
        ContractMembers members = new ContractMembers(contract.tree());
        members.walk(
                "",
                switch (side) {
                    case REQUEST -> contract.requestSchema(operation);
                    case RESPONSE -> contract.responseSchema(operation, 200);
                });
        return Map.copyOf(members.types);
    }

    private void walk(String path, JsonNode schema) {
        for (JsonNode branch : schemas.branches(schema)) {
            branch.path("properties").properties().forEach(member -> {
                String below = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
                if (!below.equals(OWN)) {
                    types.computeIfAbsent(below, any -> new TreeSet<>()).addAll(schemas.types(member.getValue()));
                    walk(below, member.getValue());
                }
            });
            if (branch.has("items")) {
                walk(path + "[]", branch.get("items"));
            }
            if (branch.path("additionalProperties").isObject()) {
                walk(path + ".*", branch.get("additionalProperties"));
            }
        }
    }
}
