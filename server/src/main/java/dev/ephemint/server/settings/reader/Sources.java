package dev.ephemint.server.settings.reader;

import dev.ephemint.contract.redaction.Redactor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sources of settings. The environment takes precedence over the file.
 *
 * @param given values by property key, secrets allowed: for programs that start the facade
 * @param environment variables by name
 * @param file a {@code .properties} file, which must not hold secrets
 * @param insecure whether non-loopback listeners, non-loopback host names and plain-HTTP upstreams are allowed
 */
public record Sources(
        Map<String, String> given, Map<String, String> environment, Optional<Path> file, boolean insecure) {

    private static final String CONFIG_VARIABLE = Property.ENVIRONMENT_PREFIX + "CONFIG";

    public Sources {
        given = Map.copyOf(given);
        environment = Map.copyOf(environment);
    }

    /** The environment of this process and the file that the command line or {@code EPHEMINT_CONFIG} names. */
    public static Sources ofProcess(Optional<Path> file, boolean insecure) {
        return ofEnvironment(System.getenv(), file, insecure);
    }

    /** Nothing but these values by property key: neither environment nor file is read. */
    public static Sources of(Map<String, String> given) {
        return new Sources(given, Map.of(), Optional.empty(), false);
    }

    static Sources ofEnvironment(Map<String, String> environment, Optional<Path> file, boolean insecure) {
        Optional<Path> named = Optional.ofNullable(environment.get(CONFIG_VARIABLE))
                .filter(name -> !name.isBlank())
                .map(Path::of);
        return new Sources(Map.of(), environment, file.or(() -> named), insecure);
    }

    /** Hides the keys among the values, whether or not they are used and even if the rest cannot be read. */
    public Redactor redactor() {
        List<String> keys = new ArrayList<>();
        for (Property property : Property.values()) {
            if (property.isSecret()) {
                keys.add(given.getOrDefault(property.key(), ""));
                keys.add(environment.getOrDefault(property.environmentName(), ""));
            }
        }
        VendorSection.all().forEach(section -> keys.add(environment.getOrDefault(section.keyVariable(), "")));
        return Redactor.of(keys.stream().map(String::strip).toList());
    }

    /** Names only: the values may be secrets. */
    @Override
    public String toString() {
        return "Sources[given=" + given.keySet() + ", file=" + file + ", insecure=" + insecure + "]";
    }
}
