package dev.ephemint.contract.corpus;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One document of the corpus.
 *
 * @param schema name of the schema, which is the simple name of its class
 * @param name its source and its change
 */
public record Specimen(String schema, String name, JsonNode json) {

    public Class<?> model() {
        try {
            return Class.forName("dev.ephemint.contract.model." + schema);
        } catch (ClassNotFoundException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    @Override
    public String toString() {
        return schema + " " + name;
    }
}
