package dev.ephemint.server.settings.yaml;

/** A text that is not one YAML document of JSON's values, or one beyond the limits. */
public final class NotYamlException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param problem without any value of the text: it may be a secret */
    NotYamlException(String problem) {
        super(problem, null, false, false);
    }
}
