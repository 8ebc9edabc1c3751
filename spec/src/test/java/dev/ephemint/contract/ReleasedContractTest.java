package dev.ephemint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract is the frozen one as long as it has its version; the kit's release gate compares it with older ones. */
class ReleasedContractTest {

    private static final Path RELEASED = Path.of("src", "released");

    private final JsonNode current = Document.CONTRACT.tree();
    private final JsonNode events = Document.CONTRACT.events();

    @Test
    void changesNothingUnderAReleasedVersion() throws IOException {
        changesNothing(newest("openapi"), current);
        changesNothing(newest("asyncapi"), events);
    }

    private static void changesNothing(JsonNode newest, JsonNode current) throws IOException {
        boolean same = newest.at("/info/version").equals(current.at("/info/version"));

        assertThat(!same || newest.equals(asYaml(current)))
                .as("the contract changed: raise info.version, or, before that version is out, freeze the bundle again")
                .isTrue();
    }

    private static JsonNode newest(String kind) throws IOException {
        try (Stream<Path> files = Files.list(RELEASED)) {
            Path newest = files.filter(file -> file.getFileName().toString().startsWith(kind + "-"))
                    .max(Comparator.comparing(ReleasedContractTest::version))
                    .orElseThrow();
            return new YAMLMapper().readTree(newest.toFile());
        }
    }

    private static Runtime.Version version(Path file) {
        String name = file.getFileName().toString();
        return Runtime.Version.parse(name.substring(name.indexOf('-') + 1, name.lastIndexOf('.')));
    }

    private static JsonNode asYaml(JsonNode tree) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        return yaml.readTree(yaml.writeValueAsString(tree));
    }
}
