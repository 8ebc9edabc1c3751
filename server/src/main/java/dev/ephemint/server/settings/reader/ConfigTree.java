package dev.ephemint.server.settings.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.schema.SchemaProblem;
import dev.ephemint.server.settings.ConfigSections;
import dev.ephemint.server.settings.yaml.NotYamlException;
import dev.ephemint.server.settings.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration in YAML, without those of its parts that are not valid by the schema.
 *
 * @param values of properties, as a {@code .properties} file would have them
 * @param sections those that are there, by name
 */
record ConfigTree(Map<Property, String> values, ObjectNode sections) {

    private static final ConfigTree EMPTY = new ConfigTree(Map.of(), JsonNodeFactory.instance.objectNode());

    /** By its name alone: any other file is one of properties. */
    static boolean isYaml(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.ya?ml");
    }

    static ConfigTree read(Path file, Problems problems) {
        try {
            return parse(file.toString(), Files.readString(file), problems);
        } catch (IOException unreadable) {
            problems.add(file.toString(), "cannot be read as a YAML file in UTF-8");
            return EMPTY;
        }
    }

    /** @param name of the file, for problems */
    static ConfigTree parse(String name, String yaml, Problems problems) {
        return tree(name, yaml, problems).map(tree -> of(tree, problems)).orElse(EMPTY);
    }

    /** One section alone. */
    static ConfigTree ofSection(String name, String yaml, Problems problems) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        tree(name, yaml, problems).ifPresent(section -> whole.set(name, section));
        return of(whole, problems);
    }

    private static Optional<JsonNode> tree(String name, String yaml, Problems problems) {
        try {
            return Optional.of(YamlText.tree(yaml)).filter(tree -> !tree.isMissingNode());
        } catch (NotYamlException malformed) {
            problems.add(name, String.valueOf(malformed.getMessage()));
            return Optional.empty();
        }
    }

    private static ConfigTree of(JsonNode tree, Problems problems) {
        List<SchemaProblem> found = ConfigSchema.VALIDATOR.validate(withoutUnset(tree));
        found.forEach(problem -> report(problem, problems));
        Map<Property, String> values = new EnumMap<>(Property.class);
        for (Property property : Property.values()) {
            JsonNode value = tree.path(property.group()).path(property.nameInGroup());
            if (!value.isMissingNode() && isSound(property.key(), found)) {
                values.put(property, ValueType.text(value));
            }
        }
        ObjectNode sections = JsonNodeFactory.instance.objectNode();
        for (String name : ConfigSections.NAMES) {
            if (tree.hasNonNull(name) && isSound(name, found)) {
                sections.set(name, tree.path(name));
            }
        }
        return new ConfigTree(values, sections);
    }

    /** Null is not set, as a group without any entry is in YAML. */
    private static JsonNode withoutUnset(JsonNode tree) {
        if (!(tree instanceof ObjectNode object)) {
            return tree;
        }
        ObjectNode set = object.objectNode();
        object.properties().stream()
                .filter(member -> !member.getValue().isNull())
                .forEach(member -> set.set(
                        member.getKey(),
                        ConfigSections.NAMES.contains(member.getKey())
                                ? member.getValue()
                                : withoutUnset(member.getValue())));
        return set;
    }

    private static boolean isSound(String path, List<SchemaProblem> found) {
        return found.stream()
                .map(SchemaProblem::path)
                .noneMatch(fault -> fault.isEmpty() || isWithin(path, fault) || isWithin(fault, path));
    }

    private static boolean isWithin(String inner, String outer) {
        return inner.equals(outer) || inner.startsWith(outer + ".") || inner.startsWith(outer + "[");
    }

    private static void report(SchemaProblem problem, Problems problems) {
        String path = problem.path();
        Optional<Property> secret = Property.ofKey(path).filter(Property::isSecret);
        problems.add(
                path.isEmpty() ? "the configuration" : path,
                secret.map(Property::notInAFile).orElseGet(() -> problem.message() + hint(problem)));
    }

    private static String hint(SchemaProblem problem) {
        String parent = problem.path().replaceFirst("[^.]*$", "");
        return problem.unknown()
                ? Nearest.of(problem.path().substring(parent.length()), problem.expected())
                        .map(name -> ", did you mean " + parent + name + "?")
                        .orElse("")
                : "";
    }
}
