package dev.ephemint.conformance.diff.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One YAML or JSON text as a tree, with the line of each place.
 *
 * @param lines line by JSON pointer, counted from 1
 */
record YamlText(JsonNode tree, Map<String, Integer> lines) {
    private static final int LONGEST = 32 * 1024 * 1024;
    private static final int DEEPEST = 200;
    private static final ObjectMapper MAPPER = YAMLMapper.builder(
                    YAMLFactory.builder().loaderOptions(options()).build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** @param name for the message if the text is not YAML */
    static YamlText of(String name, String text) {
        try {
            Map<String, Integer> lines = new HashMap<>();
            Node root = new Yaml(options()).compose(new StringReader(text));
            JsonNode tree = MAPPER.readTree(text);
            if (root == null || !tree.isObject()) {
                throw new InvalidDocumentException(name + ": must be a YAML or JSON object");
            }
            index("", root, lines);
            return new YamlText(tree, Map.copyOf(lines));
        } catch (JsonProcessingException e) {
            throw new InvalidDocumentException(name + ": not YAML or JSON: " + e.getOriginalMessage(), e);
        } catch (org.yaml.snakeyaml.error.YAMLException e) {
            throw new InvalidDocumentException(name + ": not YAML or JSON: " + e.getMessage(), e);
        }
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setNestingDepthLimit(DEEPEST);
        return options;
    }

    private static void index(String pointer, Node node, Map<String, Integer> lines) {
        lines.putIfAbsent(pointer, node.getStartMark().getLine() + 1);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    String member = pointer + "/" + Pointers.escape(key.getValue());
                    lines.put(member, key.getStartMark().getLine() + 1);
                    index(member, entry.getValueNode(), lines);
                }
            });
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                index(pointer + "/" + i, sequence.getValue().get(i), lines);
            }
        }
    }
}
