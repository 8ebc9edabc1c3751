package dev.ephemint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every overlay target matches; the overlay tool ignores a target without a match, for example a typing error. */
class OverlayTargetsTest {

    private static final Path OPERATIONS = Path.of("src", "main", "openapi");
    private static final Path EVENTS = Path.of("src", "main", "asyncapi", "overlays");
    private static final Path SCHEMAS = OPERATIONS.resolve("overlays/shared/schemas");
    private static final Pattern STEP = Pattern.compile("\\.(\\w+|\\*)|\\['([^']+)']|\\[(\\d+)]");

    private final List<String> missed = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shared/vendor shared/openai openai",
                "shared/vendor shared/openai shared/flat openai-beta",
                "shared/vendor shared/azure azure",
                "shared/vendor shared/azure shared/flat azure-preview"
            })
    void everyTargetHitsAnOperation(String overlays) throws IOException {
        JsonNode document = Document.CONTRACT.tree();

        applySchemas(document, overlays);
        apply(document, OPERATIONS.resolve("overlays"), overlays.split(" "));

        assertThat(missed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "shared/vendor shared/openai, shared/nested openai",
        "shared/vendor shared/openai shared/flat, shared/flat openai-beta",
        "shared/vendor shared/azure, shared/nested azure",
        "shared/vendor shared/azure shared/flat, shared/flat azure-preview"
    })
    void everyTargetHitsAnEvent(String schemas, String overlays) throws IOException {
        JsonNode document = Document.CONTRACT.events();

        applySchemas(document, schemas);
        apply(document, EVENTS, overlays.split(" "));

        assertThat(missed).isEmpty();
    }

    @Test
    void everyTargetHitsAModel() throws IOException {
        File models = Path.of("target", "generation", "models.yaml").toFile();

        apply(new YAMLMapper().readTree(models), OPERATIONS, "generation");

        assertThat(missed).isEmpty();
    }

    private void applySchemas(JsonNode document, String overlays) throws IOException {
        String[] names = Stream.of(overlays.split(" "))
                .filter(name -> name.startsWith("shared/"))
                .map(name -> name.substring("shared/".length()))
                .toArray(String[]::new);
        apply(document, SCHEMAS, names);
    }

    private void apply(JsonNode document, Path directory, String... overlays) throws IOException {
        for (String overlay : overlays) {
            JsonNode read = new YAMLMapper()
                    .readTree(directory.resolve(overlay + ".yaml").toFile());
            for (JsonNode action : read.path("actions")) {
                List<JsonNode> hits = hits(document, action.path("target").asText());
                if (hits.isEmpty()) {
                    missed.add(overlay + " " + action.path("target").asText());
                }
                hits.forEach(hit -> merge(hit, action.path("update")));
            }
        }
    }

    private static List<JsonNode> hits(JsonNode document, String target) {
        Matcher step = STEP.matcher(target);
        List<JsonNode> hits = List.of(document);
        while (step.find()) {
            hits = hits.stream().flatMap(hit -> step(hit, step)).toList();
        }
        return hits;
    }

    private static Stream<JsonNode> step(JsonNode hit, Matcher step) {
        if ("*".equals(step.group(1))) {
            return StreamSupport.stream(hit.spliterator(), false);
        }
        String index = step.group(3);
        String name = step.group(1) == null ? step.group(2) : step.group(1);
        JsonNode next = index == null ? hit.path(name) : hit.path(Integer.parseInt(index));
        return Stream.of(next).filter(node -> !node.isMissingNode());
    }

    /** Additions only, because a later overlay may target them. */
    private static void merge(JsonNode hit, JsonNode update) {
        update.properties().forEach(member -> {
            JsonNode old = hit.path(member.getKey());
            if (old.isObject() && member.getValue().isObject()) {
                merge(old, member.getValue());
            } else {
                ((ObjectNode) hit).set(member.getKey(), member.getValue());
            }
        });
    }
}
