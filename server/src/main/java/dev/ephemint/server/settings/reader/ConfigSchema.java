package dev.ephemint.server.settings.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.schema.DocumentSchema;
import dev.ephemint.server.settings.ConfigSections;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The JSON Schema of a configuration file: the properties are generated from {@link Property}, and each section is a
 * resource, {@code callers.schema.json} for example. What a resource defines in {@code $defs} is defined for all.
 */
public final class ConfigSchema {

    static final DocumentSchema VALIDATOR = new DocumentSchema("config", document());

    private static final String DEFS = "$defs";

    private ConfigSchema() {}

    /** The whole schema. */
    public static ObjectNode document() {
        ObjectNode schema = object();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Ephemint configuration");
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (Property property : Property.values()) {
            if (!property.isSecret()) {
                group(properties, property)
                        .set(property.nameInGroup(), property.type().schema(property));
            }
        }
        ObjectNode definitions = object();
        for (String section : ConfigSections.NAMES) {
            properties.set(section, withoutDefinitions(resource(section), definitions));
        }
        schema.put("additionalProperties", false);
        schema.set(DEFS, definitions);
        return schema;
    }

    private static ObjectNode group(ObjectNode properties, Property property) {
        ObjectNode group = properties.withObject("/" + property.group());
        if (group.isEmpty()) {
            group.put("type", "object").putObject("properties");
            group.put("additionalProperties", false);
        }
        return group.withObject("/properties");
    }

    private static ObjectNode withoutDefinitions(ObjectNode part, ObjectNode definitions) {
        JsonNode own = part.remove(DEFS);
        if (own != null) {
            own.properties().forEach(definition -> {
                if (definitions.putIfAbsent(definition.getKey(), definition.getValue()) != null) {
                    throw new IllegalStateException("two sections define " + definition.getKey());
                }
            });
        }
        part.remove("$schema");
        return part;
    }

    private static ObjectNode resource(String section) {
        String name = "/dev/ephemint/server/config/" + section + ".schema.json";
        try (InputStream stream = Objects.requireNonNull(ConfigSchema.class.getResourceAsStream(name), name)) {
            return (ObjectNode) ContractJson.mapper().readTree(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
