package dev.ephemint.server.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Gathers what is set, by property; complains of names that are none. */
final class Gatherer {

    private static final String CONFIG_VARIABLE = Property.ENVIRONMENT_PREFIX + "CONFIG";

    /** Kubernetes sets these in every pod beside a Service of the name {@code ephemint}. */
    private static final Pattern SERVICE_LINK = Pattern.compile("EPHEMINT_(SERVICE|PORT)(_.*)?");

    private final Map<Property, String> gathered = new EnumMap<>(Property.class);
    private final Problems problems;

    private Gatherer(Problems problems) {
        this.problems = problems;
    }

    static Map<Property, String> gather(Sources sources, Problems problems) {
        Gatherer gatherer = new Gatherer(problems);
        sources.file().ifPresent(gatherer::readFile);
        new TreeMap<>(sources.environment()).forEach(gatherer::readVariable);
        new TreeMap<>(sources.given()).forEach(gatherer::readGiven);
        gatherer.readVendorVariables(sources.environment());
        return gatherer.gathered;
    }

    private void readFile(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            problems.add(file.toString(), "can not be read as a .properties file in UTF-8");
            return;
        }
        for (String key : new TreeMap<>(properties).keySet().toArray(String[]::new)) {
            readFileEntry(key, properties.getProperty(key));
        }
    }

    private void readFileEntry(String key, String value) {
        Property property = Property.ofKey(key).orElse(null);
        if (property != null && property.isSecret()) {
            problems.add(
                    property,
                    "a secret does not belong in this file: set " + property.environmentName() + ", or name a file in "
                            + property.key() + "-file");
            return;
        }
        readGiven(key, value);
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
                        () -> problems.add(
                                name, "there is no such setting" + Nearest.hint(name, Property::environmentName)));
    }

    private void readGiven(String key, String value) {
        Property.ofKey(key)
                .ifPresentOrElse(
                        property -> put(property, value),
                        () -> problems.add(key, "there is no such setting" + Nearest.hint(key, Property::key)));
    }

    /** The names that the vendors' own tools read; without a vendor's address they are none of our business. */
    private void readVendorVariables(Map<String, String> environment) {
        if (!gathered.containsKey(Property.UPSTREAM_URL)) {
            return;
        }
        String dialect = gathered.getOrDefault(Property.UPSTREAM_DIALECT, Property.UPSTREAM_DIALECT.defaultValue());
        if (dialect.startsWith("azure")) {
            if (!"entra".equals(gathered.get(Property.AZURE_CREDENTIAL))) {
                fallBack(Property.AZURE_API_KEY, Property.AZURE_API_KEY_FILE, environment, "AZURE_OPENAI_API_KEY");
            }
        } else {
            fallBack(Property.OPENAI_API_KEY, Property.OPENAI_API_KEY_FILE, environment, "OPENAI_API_KEY");
        }
    }

    private void fallBack(Property key, Property file, Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank() || gathered.containsKey(key)) {
            return;
        }
        if (gathered.containsKey(file)) {
            problems.add(file, "set either this or " + name + ", not both");
        } else {
            put(key, value);
        }
    }

    /** Blank is not set: compose files pass on variables that way. */
    private void put(Property property, String value) {
        if (!value.isBlank()) {
            gathered.put(property, value.strip());
        }
    }
}
