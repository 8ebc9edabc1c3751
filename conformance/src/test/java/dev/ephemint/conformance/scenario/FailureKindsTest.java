package dev.ephemint.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.server.mint.MintFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of failure is shown by a scenario, or by a test if one request cannot show it. */
final class FailureKindsTest {
    private static final Path TESTS = Path.of("../server/src/test/java/dev/ephemint/server");

    static Iterator<Map.Entry<String, JsonNode>> kinds() throws IOException {
        return new YAMLMapper()
                .readTree(Files.readString(Path.of("src/test/resources/failure-kinds.yaml")))
                .fields();
    }

    @Test
    void eachKindOfTheClosedSetIsListed() throws IOException {
        Set<String> listed = new TreeSet<>();
        kinds().forEachRemaining(kind -> listed.add(kind.getKey()));

        assertThat(listed)
                .isEqualTo(Arrays.stream(MintFailure.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsListedShowsTheCodeOfTheKind(Map.Entry<String, JsonNode> kind) throws IOException {
        JsonNode entry = kind.getValue();
        String code = entry.path("code").asText();
        if (entry.has("test")) {
            Path test = TESTS.resolve(entry.path("test").asText() + ".java");
            assertThat(Files.readString(test)).contains(code);
        } else {
            Path file = KitData.path("scenarios/" + entry.path("scenario").asText() + ".scenario");
            JsonNode response = ExactJson.parse(Scenarios.in(KitData.path("scenarios")).stream()
                    .filter(scenario -> scenario.heading().file().endsWith(file))
                    .findFirst()
                    .orElseThrow()
                    .response()
                    .body());
            assertThat(response.at("/error/code").asText()).as(kind.getKey()).isEqualTo(code);
        }
    }
}
