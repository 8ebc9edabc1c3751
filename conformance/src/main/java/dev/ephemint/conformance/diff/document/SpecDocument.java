package dev.ephemint.conformance.diff.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;

/** One OpenAPI or AsyncAPI document whose references are all local. */
public final class SpecDocument {
    private final String name;
    private final JsonNode tree;
    private final Function<String, Optional<SourceLine>> lines;

    SpecDocument(String name, JsonNode tree, Function<String, Optional<SourceLine>> lines) {
        this.name = name;
        this.tree = tree;
        this.lines = lines;
        if (!tree.path("openapi").asText().startsWith("3.")
                && !tree.path("asyncapi").asText().startsWith("3.")) {
            throw new InvalidDocumentException(name + ": must be an OpenAPI 3 or AsyncAPI 3 document");
        }
    }

    /** @param file name to report in source lines */
    public static SpecDocument parse(String name, String file, String text) {
        YamlText yaml = YamlText.of(name, text);
        return new SpecDocument(
                name, yaml.tree(), pointer -> Optional.ofNullable(yaml.lines().get(pointer))
                        .map(line -> new SourceLine(file, line)));
    }

    /** A document without source lines. */
    public static SpecDocument of(String name, JsonNode tree) {
        return new SpecDocument(name, tree, pointer -> Optional.empty());
    }

    public String name() {
        return name;
    }

    public JsonNode tree() {
        return tree;
    }

    /** Whether it describes events (AsyncAPI) rather than operations (OpenAPI). */
    public boolean hasEvents() {
        return tree.has("asyncapi");
    }

    public String version() {
        return tree.at("/info/version").asText();
    }

    /** The line of the place, or of the nearest place around it. */
    public Optional<SourceLine> line(String pointer) {
        String place = pointer;
        while (true) {
            Optional<SourceLine> line = lines.apply(place);
            if (line.isPresent() || place.isEmpty()) {
                return line;
            }
            place = Pointers.parent(place);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
