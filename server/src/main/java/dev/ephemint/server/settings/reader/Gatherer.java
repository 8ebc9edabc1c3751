package dev.ephemint.server.settings.reader;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.settings.ConfigSections;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Collects the values that are set, by property, and reports unknown names. */
final class Gatherer {

    private static final String CONFIG_VARIABLE = Property.ENVIRONMENT_PREFIX + "CONFIG";

    /** Kubernetes sets these in every pod beside a Service of the name {@code ephemint}. */
    private static final Pattern SERVICE_LINK = Pattern.compile("EPHEMINT_(SERVICE|PORT)(_.*)?");

    private final Map<Property, String> gathered = new EnumMap<>(Property.class);
    private final ObjectNode sections = JsonNodeFactory.instance.objectNode();
    private final Problems problems;

    private Gatherer(Problems problems) {
        this.problems = problems;
    }

    static Gathered gather(Sources sources, Problems problems) {
        Gatherer gatherer = new Gatherer(problems);
        Optional<Path> yaml = sources.file().filter(ConfigTree::isYaml);
        sources.file().ifPresent(yaml.isPresent() ? gatherer::readYaml : gatherer::readFile);
        new TreeMap<>(sources.environment()).forEach(gatherer::readVariable);
        new TreeMap<>(sources.given()).forEach(gatherer::readGiven);
        gatherer.readVendorVariables(sources.environment());
        return new Gathered(gatherer.gathered, ConfigSections.of(gatherer.sections, yaml));
    }

    private void readYaml(Path file) {
        ConfigTree tree = ConfigTree.read(file, problems);
        tree.values().forEach(this::put);
        sections.setAll(tree.sections());
    }

    private void readFile(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            problems.add(file.toString(), "cannot be read as a .properties file in UTF-8");
            return;
        }
        for (String key : new TreeMap<>(properties).keySet().toArray(String[]::new)) {
            readFileEntry(key, properties.getProperty(key));
        }
    }

    private void readFileEntry(String key, String value) {
        Property property = Property.ofKey(key).orElse(null);
        if (property != null && property.isSecret()) {
            problems.add(property, property.notInAFile());
        } else if (ConfigSections.NAMES.contains(key)) {
            problems.add(key, "needs a YAML file: name it .yaml");
        } else {
            readGiven(key, value);
        }
    }

    private void readVariable(String name, String value) {
        if (!name.startsWith(Property.ENVIRONMENT_PREFIX)
                || name.equals(CONFIG_VARIABLE)
                || SERVICE_LINK.matcher(name).matches()) {
            return;
        }
        Property.ofEnvironmentName(name)
                .ifPresentOrElse(
                        property -> put(property, value),
                        () -> problems.add(name, "unknown setting" + Nearest.hint(name, Property::environmentName)));
    }

    private void readGiven(String key, String value) {
        if (ConfigSections.NAMES.contains(key)) {
            sections.setAll(ConfigTree.ofSection(key, value, problems).sections());
            return;
        }
        Property.ofKey(key)
                .ifPresentOrElse(
                        property -> put(property, value),
                        () -> problems.add(key, "unknown setting" + Nearest.hint(key, Property::key)));
    }

    /** The variables that the vendors' own tools read; they are ignored unless upstream.url is set. */
    private void readVendorVariables(Map<String, String> environment) {
        if (!gathered.containsKey(Property.UPSTREAM_URL)) {
            return;
        }
        VendorSection section = VendorSection.of(dialect());
        if (section.otherCredential(gathered).isEmpty()) {
            fallBack(section, environment);
        }
    }

    /** The default if the configured one is unknown, which is reported later. */
    private DialectName dialect() {
        return Stream.of(gathered.getOrDefault(Property.UPSTREAM_DIALECT, ""), Property.UPSTREAM_DIALECT.defaultValue())
                .flatMap(name -> DialectName.of(name).stream())
                .findFirst()
                .orElseThrow();
    }

    private void fallBack(VendorSection section, Map<String, String> environment) {
        String value = environment.getOrDefault(section.keyVariable(), "");
        if (value.isBlank() || gathered.containsKey(section.key())) {
            return;
        }
        if (gathered.containsKey(section.keyFile())) {
            problems.add(section.keyFile(), "set either this or " + section.keyVariable() + ", not both");
        } else {
            put(section.key(), value);
        }
    }

    /** Blank is not set: compose files pass on variables that way. */
    private void put(Property property, String value) {
        if (!value.isBlank()) {
            gathered.put(property, value.strip());
        }
    }
}
