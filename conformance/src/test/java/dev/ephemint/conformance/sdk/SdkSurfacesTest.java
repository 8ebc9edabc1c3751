package dev.ephemint.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the spec diff says of the SDKs rests on the types and versions that this build has. */
final class SdkSurfacesTest {
    private static final Path DATA =
            Path.of("src/main/resources/dev/ephemint/conformance/diff/consequence/sdk-surfaces.yaml");

    @Test
    void typesOfThePythonSdkHaveWhatIsListed() throws IOException, InterruptedException {
        List<String> script = List.of("sh", "src/test/sdk/python.sh", "python", "surface.py");
        JsonNode measured = SdkProgram.run(script, List.of()).get(0);

        assertThat(measured.size()).isEqualTo(2);
        measured.properties()
                .forEach(operation -> operation.getValue().properties().forEach(side -> {
                    Set<String> expected = names(data().path("members"), operation.getKey(), side.getKey());
                    expected.removeAll(names(sdk("openai-python").path("untyped"), operation.getKey(), side.getKey()));
                    expected.addAll(names(sdk("openai-python").path("typed"), operation.getKey(), side.getKey()));
                    assertThat(names(measured, operation.getKey(), side.getKey()))
                            .as("%s, %s", operation.getKey(), side.getKey())
                            .isEqualTo(expected);
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "openai-python, src/test/sdk/python/requirements.txt, openai==%s ",
        "openai-node, package.json, '\"openai\": \"%s\"'",
        "openai-go, src/test/sdk/go/go.mod, openai-go/v3 v%s",
        "openai-java, ../pom.xml, <openai-java.version>%s</openai-java.version>",
    })
    void versionIsTheOneThatTheBuildRuns(String sdk, String file, String pinned) throws IOException {
        String version = sdk(sdk).path("version").asText();

        assertThat(Files.readString(Path.of(file))).contains(pinned.replace("%s", version));
        assertThat(sdk(sdk).path("source").asText()).isNotBlank();
    }

    private static Set<String> names(JsonNode surface, String operation, String side) {
        Set<String> names = new TreeSet<>();
        surface.path(operation).path(side).forEach(name -> names.add(name.asText()));
        return names;
    }

    private static JsonNode sdk(String id) {
        for (JsonNode sdk : data().path("sdks")) {
            if (sdk.path("id").asText().equals(id)) {
                return sdk;
            }
        }
        throw new IllegalArgumentException(id);
    }

    private static JsonNode data() {
        try {
            return new YAMLMapper().readTree(DATA.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
