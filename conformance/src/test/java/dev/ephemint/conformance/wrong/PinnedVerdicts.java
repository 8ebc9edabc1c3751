package dev.ephemint.conformance.wrong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** {@code wrong/verdicts.yaml}: the requirements that the kit must find violated, by wrong gateway. */
final class PinnedVerdicts {
    private PinnedVerdicts() {}

    /** @param group of the file */
    static Map<String, List<String>> of(String group) throws IOException {
        JsonNode tree = new YAMLMapper().readTree(Files.readString(Path.of("src/test/resources/wrong/verdicts.yaml")));
        Map<String, List<String>> pinned = new TreeMap<>();
        tree.path(group).properties().forEach(gateway -> pinned.put(gateway.getKey(), texts(gateway.getValue())));
        return pinned;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }
}
