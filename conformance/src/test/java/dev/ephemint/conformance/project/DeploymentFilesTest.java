package dev.ephemint.conformance.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ephemint.server.settings.reader.Property;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The files under {@code server/deploy} name settings that exist, and start the service without rights that it needs not. */
final class DeploymentFilesTest {

    private static final Path DEPLOY = Path.of("server/deploy");
    private static final Pattern VARIABLE = Pattern.compile("\\bEPHEMINT_[A-Z0-9_]+");
    private static final String OUT_OF_MEMORY = "-XX:+ExitOnOutOfMemoryError";
    private static final String COLLECTOR = "-XX:+UseSerialGC";

    @Test
    void nameEnvironmentVariablesOfTheService() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : files()) {
            VARIABLE.matcher(ProjectFiles.read(file))
                    .results()
                    .map(MatchResult::group)
                    .forEach(names::add);
        }

        assertThat(names)
                .isNotEmpty()
                .isSubsetOf(Arrays.stream(Property.values())
                        .map(Property::environmentName)
                        .collect(Collectors.toSet()));
    }

    @Test
    void endTheProcessWhenItsMemoryIsUsedUp() throws IOException {
        assertThat(ProjectFiles.read(DEPLOY.resolve("ephemint.service"))).contains(OUT_OF_MEMORY);
        assertThat(ProjectFiles.read(Path.of("server/pom.xml"))).contains(OUT_OF_MEMORY);
    }

    /** The same in the training run and in the service. */
    @Test
    void useTheCollectorOfTheArchive() throws IOException {
        for (String file : List.of("ephemint.service", "Dockerfile")) {
            assertThat(ProjectFiles.read(DEPLOY.resolve(file))).contains(COLLECTOR);
        }
        assertThat(ProjectFiles.read(Path.of("server/pom.xml"))).contains(OUT_OF_MEMORY + ",", COLLECTOR);
    }

    @Test
    void composeRunsTheServiceReadOnlyAndWithoutCapabilities() throws IOException {
        JsonNode compose = new YAMLMapper().readTree(ProjectFiles.read(DEPLOY.resolve("compose.yaml")));
        JsonNode service = compose.at("/services/ephemint");

        assertThat(service.path("read_only").booleanValue()).isTrue();
        assertThat(service.path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
        assertThat(service.path("security_opt").toString()).isEqualTo("[\"no-new-privileges:true\"]");
        assertThat(service.path("ports").path(0).textValue()).startsWith("127.0.0.1:");
    }

    @Test
    void helmRunsTheServiceReadOnlyAndWithoutCapabilities() throws IOException {
        String deployment = ProjectFiles.read(DEPLOY.resolve("helm/ephemint/templates/deployment.yaml"));

        assertThat(deployment)
                .contains(
                        "runAsNonRoot: true",
                        "allowPrivilegeEscalation: false",
                        "readOnlyRootFilesystem: true",
                        "drop: [ALL]",
                        "automountServiceAccountToken: false",
                        "type: RuntimeDefault");
    }

    /** A value that no schema describes would be a misspelling that Helm accepts. */
    @Test
    void everyValueOfHelmHasASchema() throws IOException {
        JsonNode values = new YAMLMapper().readTree(ProjectFiles.read(DEPLOY.resolve("helm/ephemint/values.yaml")));
        JsonNode schema =
                new YAMLMapper().readTree(ProjectFiles.read(DEPLOY.resolve("helm/ephemint/values.schema.json")));
        Set<String> described = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(described::add);
        described.remove("global");
        Set<String> given = new TreeSet<>();
        values.fieldNames().forEachRemaining(given::add);

        assertThat(given).isEqualTo(described);
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
    }

    private static List<Path> files() throws IOException {
        return ProjectFiles.all().stream()
                .filter(file -> file.startsWith(DEPLOY))
                .toList();
    }
}
