package dev.ephemint.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.contract.ResolvedSchema.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The members that a schema of the contract names, to find unknown members of a body. An object without
 * named members, such as the parameters of a function, contains the caller's own names: none of them is unknown.
 */
public final class KnownMembers {

    private static final Map<String, KnownMembers> BY_SCHEMA = new ConcurrentHashMap<>();

    private final ResolvedSchema schema;

    private KnownMembers(ResolvedSchema schema) {
        this.schema = schema;
    }

    /** The members of a component schema, by its name. */
    public static KnownMembers of(String schemaName) {
        return BY_SCHEMA.computeIfAbsent(
                schemaName, name -> new KnownMembers(ResolvedSchema.at("/components/schemas/" + name)));
    }

    /** The names at the top of the schema, of all branches if it is a union. */
    public Set<String> names() {
        return schema.of(MissingNode.getInstance()).names();
    }

    /** The members of a body, innermost, that the schema does not name, in the order of the body. */
    public List<Unknown> unknownIn(JsonNode body) {
        List<Unknown> unknown = new ArrayList<>();
        collect(new StringBuilder(), schema, body, unknown);
        return unknown;
    }

    /**
     * A member that the contract does not name.
     *
     * @param parent path of its object, empty for the body itself
     * @param name as the body has it
     * @param siblings what the contract names there; also this name, if it only does not go with the type beside it
     */
    public record Unknown(String parent, String name, Set<String> siblings) {

        public Unknown {
            siblings = Set.copyOf(siblings);
        }

        public String path() {
            return parent.isEmpty() ? name : parent + "." + name;
        }
    }

    /** @param path of the body; as before when it returns */
    private static void collect(StringBuilder path, ResolvedSchema schema, JsonNode body, List<Unknown> unknown) {
        if (body.isArray()) {
            ResolvedSchema items = schema.of(body).items().orElse(null);
            for (int i = 0; items != null && i < body.size(); i++) {
                int length = path.length();
                collect(path.append('[').append(i).append(']'), items, body.get(i), unknown);
                path.setLength(length);
            }
        } else if (body.isObject()) {
            members(path, schema.of(body), body, unknown);
        }
    }

    private static void members(StringBuilder path, Members members, JsonNode body, List<Unknown> unknown) {
        if (members.names().isEmpty()) {
            return;
        }
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            String name = member.getKey();
            ResolvedSchema property = members.properties().get(name);
            if (property == null || property.excludes(body)) {
                unknown.add(new Unknown(path.toString(), name, members.names()));
            } else if (member.getValue().isContainerNode()) {
                int length = path.length();
                collect(path.append(length == 0 ? "" : ".").append(name), property, member.getValue(), unknown);
                path.setLength(length);
            }
        }
    }
}
