package dev.ephemint.server.sandbox.shape;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.sandbox.wire.RejectedException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** An object of the members named and no other. */
public record ObjectShape(Map<String, Shape> members, Set<String> required) implements Shape {

    static ObjectShape of(Map<String, Shape> members) {
        return new ObjectShape(Map.copyOf(members), Set.of());
    }

    ObjectShape requiring(String... names) {
        return new ObjectShape(members, Set.of(names));
    }

    ObjectShape with(Map<String, Shape> more) {
        Map<String, Shape> all = new HashMap<>(members);
        all.putAll(more);
        return new ObjectShape(Map.copyOf(all), required);
    }

    ObjectShape without(String... names) {
        Map<String, Shape> fewer = new HashMap<>(members);
        fewer.keySet().removeAll(new HashSet<>(Set.of(names)));
        return new ObjectShape(Map.copyOf(fewer), required);
    }

    @Override
    public void check(String path, JsonNode value) {
        OBJECT.check(path, value);
        value.properties().forEach(member -> {
            String memberPath = join(path, member.getKey());
            Shape shape = members.get(member.getKey());
            if (shape == null) {
                throw RejectedException.unknown(memberPath);
            }
            shape.check(memberPath, member.getValue());
        });
        for (String name : required) {
            if (!value.has(name)) {
                throw RejectedException.missing(join(path, name));
            }
        }
    }

    static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
