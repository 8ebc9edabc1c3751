package dev.ephemint.server.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.settings.ConfigSections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documented table of the YAML sections is the schema; if it is not, the failure prints what it should be. */
final class SectionsPageTest {

    private static final Path PAGE = Path.of("docs", "sections.md");
    private static final JsonNode SCHEMA = ConfigSchema.document();

    /** A member of a section: its path, and its schema without references. */
    private record Member(String path, JsonNode schema, String description) {

        String row() {
            String value = listed(schema.path("default"));
            return "| `" + path + "` | " + values() + " | " + value + " | " + description.replaceFirst("[.]$", "")
                    + " |\n";
        }

        private String values() {
            String items = listed(schema.at("/items/enum"));
            String own = items.isEmpty() ? listed(schema.path("enum")) : "array of " + items;
            return own.isEmpty() ? listed(schema.path("type")).replace("`", "").replace(", ", " or ") : own;
        }

        private static String listed(JsonNode values) {
            Stream<JsonNode> each = values.isArray() ? values.valueStream() : Stream.of(values);
            return each.map(JsonNode::asText)
                    .filter(text -> !text.isEmpty())
                    .map(text -> "`" + text + "`")
                    .collect(Collectors.joining(", "));
        }
    }

    @Test
    void listsEveryMemberOfEverySection() throws IOException {
        assertThat(Files.readString(PAGE)).contains("<!-- sections -->\n" + table() + "<!-- /sections -->");
    }

    @Test
    void everyMemberHasADescription() {
        assertThat(members()).hasSizeGreaterThan(80).allSatisfy(member -> assertThat(member.description())
                .as(member.path())
                .isNotBlank());
    }

    private static List<Member> members() {
        return ConfigSections.NAMES.stream()
                .sorted()
                .flatMap(name -> member(name, SCHEMA.path("properties").path(name)))
                .toList();
    }

    private static Stream<Member> member(String path, JsonNode schema) {
        JsonNode target = resolved(schema);
        String description =
                schema.path("description").asText(target.path("description").asText(""));
        return Stream.concat(Stream.of(new Member(path, target, description)), inside(path, target));
    }

    private static Stream<Member> inside(String path, JsonNode schema) {
        Stream<Member> named = schema.path("properties").properties().stream()
                .flatMap(property -> member(path + "." + property.getKey(), property.getValue()));
        Stream<Member> free = inside(path, ".NAME", schema.path("additionalProperties"));
        return Stream.concat(named, Stream.concat(free, inside(path, "[]", schema.path("items"))));
    }

    private static Stream<Member> inside(String path, String step, JsonNode schema) {
        return schema.isObject() ? inside(path + step, resolved(schema)) : Stream.of();
    }

    private static JsonNode resolved(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        return reference.isMissingNode() ? schema : SCHEMA.at(reference.asText().substring(1));
    }

    private static String table() {
        return "| Member | Values | Default | What it is |\n|---|---|---|---|\n"
                + members().stream().map(Member::row).collect(Collectors.joining());
    }

    /** Prints the table, to be pasted into the page. */
    public static void main(String[] arguments) {
        System.out.print(table());
    }
}
