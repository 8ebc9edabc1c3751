package dev.ephemint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The overlay applier passes over a target that hits nothing; a slip of the pen would go unseen. */
class OverlayTargetsTest {

    private static final Path TREE = Path.of("src", "main", "openapi");
    private static final Pattern STEP = Pattern.compile("\\.(\\w+|\\*)|\\['([^']+)']|\\[(\\d+)]");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "generation",
                "overlays/shared/vendor overlays/shared/openai overlays/shared/nested overlays/openai",
                "overlays/shared/vendor overlays/shared/openai overlays/shared/flat overlays/openai-beta",
                "overlays/shared/vendor overlays/shared/azure overlays/shared/nested overlays/azure",
                "overlays/shared/vendor overlays/shared/azure overlays/shared/flat overlays/azure-preview"
            })
    void everyTargetHitsSomething(String overlays) throws IOException {
        JsonNode document = Document.CONTRACT.tree();
        List<String> missed = new ArrayList<>();

        for (String overlay : overlays.split(" ")) {
            JsonNode read =
                    new YAMLMapper().readTree(TREE.resolve(overlay + ".yaml").toFile());
            for (JsonNode action : read.path("actions")) {
                List<JsonNode> hits = hits(document, action.path("target").asText());
                if (hits.isEmpty()) {
                    missed.add(overlay + " " + action.path("target").asText());
                }
                hits.forEach(hit -> merge(hit, action.path("update")));
            }
        }

        assertThat(missed).isEmpty();
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

    /** Additions only: what one overlay adds, the next may aim at. */
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
