package dev.ephemint.conformance.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.ephemint.conformance.KitData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The form of a file in YAML, as a JSON Schema of the kit. */
public final class InputSchema {
    private static final long MAX_BYTES = 1 << 20;
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode document;
    private final Schema schema;

    private InputSchema(JsonNode document) {
        this.document = document;
        this.schema = REGISTRY.getSchema(document);
    }

    /** The schema {@code kit/schemas/NAME.schema.json}. */
    public static InputSchema named(String name) {
        try {
            return new InputSchema(YAML.readTree(Files.readString(KitData.path("schemas/" + name + ".schema.json"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws InvalidInputException if the file cannot be read, is too large or is not YAML */
    public InputDocument read(Path file) {
        return read(file.toString(), file);
    }

    /** @param subject how each line of an error begins */
    public InputDocument read(String subject, Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new InvalidInputException(subject + ": larger than " + MAX_BYTES + " bytes");
            }
            return parse(subject, Files.readString(file));
        } catch (IOException e) {
            throw new InvalidInputException(subject + ": cannot read file " + file);
        }
    }

    /** An empty text is an empty mapping. */
    public InputDocument parse(String subject, String yaml) {
        JsonNode tree = tree(subject, yaml);
        return new InputDocument(
                subject,
                tree,
                schema.validate(tree).stream()
                        .map(error -> Mistake.of(error, document))
                        .toList());
    }

    private static JsonNode tree(String subject, String yaml) {
        try {
            JsonNode tree = YAML.readTree(yaml);
            return tree.isMissingNode() || tree.isNull() ? JsonNodeFactory.instance.objectNode() : tree;
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(subject + ": not YAML: " + e.getOriginalMessage());
        }
    }
}
