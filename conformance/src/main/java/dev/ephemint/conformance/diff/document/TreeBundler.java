package dev.ephemint.conformance.diff.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Combines a document of many files. A file below {@code components/KIND} or {@code examples} becomes the component of its
 * name; a reference to any other file is replaced by its content.
 */
final class TreeBundler {
    private static final String COMPONENTS = "components";
    private static final String EXAMPLES = "examples";

    private final UnaryOperator<String> reader;
    private final Map<String, YamlText> files = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final Deque<String> pending = new ArrayDeque<>();
    private final ObjectNode components = JsonNodeFactory.instance.objectNode();

    /** @param reader returns the text of the file at a path */
    TreeBundler(UnaryOperator<String> reader) {
        this.reader = reader;
    }

    /** @param root path of the root file; references are relative to the file that has them */
    SpecDocument bundle(String name, String root) {
        JsonNode tree = inline(root, "", file(root).tree());
        places.put("", root);
        while (!pending.isEmpty()) {
            String path = pending.pop();
            String pointer = component(path);
            String[] steps = pointer.split("/", -1);
            components
                    .withObjectProperty(steps[2])
                    .set(steps[3], inline(path, pointer, file(path).tree()));
        }
        ((ObjectNode) tree).set("components", components);
        return new SpecDocument(name, tree, this::line);
    }

    private Optional<SourceLine> line(String pointer) {
        for (String place = pointer; ; place = Pointers.parent(place)) {
            String path = places.get(place);
            if (path != null) {
                return Optional.ofNullable(file(path).lines().get(pointer.substring(place.length())))
                        .map(line -> new SourceLine(path, line));
            }
            if (place.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    private YamlText file(String path) {
        return files.computeIfAbsent(path, key -> YamlText.of(key, reader.apply(key)));
    }

    private JsonNode inline(String path, String pointer, JsonNode node) {
        if (node.path("$ref").isTextual() && !node.get("$ref").textValue().startsWith("#")) {
            return reference(path, pointer, node.get("$ref").textValue());
        }
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(entry -> {
                String member = pointer + "/" + Pointers.escape(entry.getKey());
                boolean mapping = pointer.endsWith("/discriminator/mapping");
                copy.set(
                        entry.getKey(),
                        mapping
                                ? copy.textNode(local(path, entry.getValue().asText()))
                                : inline(path, member, entry.getValue()));
            });
            return copy;
        }
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < node.size(); i++) {
                copy.add(inline(path, pointer + "/" + i, node.get(i)));
            }
            return copy;
        }
        return node;
    }

    private JsonNode reference(String path, String pointer, String target) {
        String to = resolve(path, target);
        if (component(to).isEmpty()) {
            places.put(pointer, to);
            return inline(to, pointer, file(to).tree());
        }
        return JsonNodeFactory.instance.objectNode().put("$ref", local(path, target));
    }

    private String local(String path, String target) {
        String to = resolve(path, target);
        String pointer = component(to);
        if (pointer.isEmpty()) {
            return target;
        }
        if (places.putIfAbsent(pointer, to) == null) {
            pending.push(to);
        }
        return "#" + pointer;
    }

    private static String resolve(String path, String target) {
        Path folder = Path.of(path).getParent();
        Path to = folder == null ? Path.of(target) : folder.resolve(target);
        return to.normalize().toString().replace('\\', '/');
    }

    /** The pointer of the component that the file is; empty if it is none. An example is one wherever it stands. */
    private static String component(String path) {
        String[] steps = path.split("/", -1);
        String file = steps[steps.length - 1];
        String name = file.substring(0, file.lastIndexOf('.'));
        int components = List.of(steps).lastIndexOf(COMPONENTS);
        if (components < 0) {
            return List.of(steps).contains(EXAMPLES) ? "/components/" + EXAMPLES + "/" + name : "";
        }
        return "/components/" + steps[components + 1] + "/" + name;
    }
}
