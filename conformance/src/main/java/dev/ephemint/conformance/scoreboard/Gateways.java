package dev.ephemint.conformance.scoreboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The gateways of a scoreboard in their order, and what is said of each beyond the figures: a file in YAML.
 *
 * @param notMeasured name of each gateway that has no run, with the reason
 */
record Gateways(List<Gateway> all, Map<String, String> notMeasured) {

    /**
     * One gateway.
     *
     * @param profiles its runs
     * @param about how it was run, one sentence or more
     * @param failures what it does instead, by family of requirements
     */
    record Gateway(String name, String version, List<String> profiles, String about, Map<String, String> failures) {
        Gateway {
            profiles = List.copyOf(profiles);
        }
    }

    Gateways {
        all = List.copyOf(all);
    }

    static Gateways read(Path file) {
        try {
            JsonNode root = new YAMLMapper().readTree(Files.readString(file));
            List<Gateway> gateways = new ArrayList<>();
            root.path("gateways").forEach(node -> gateways.add(gateway(file, node)));
            return new Gateways(gateways, texts(root.path("not-measured")));
        } catch (IOException e) {
            throw new InvalidScoreboardException(file + ": cannot read: " + e.getMessage());
        }
    }

    private static Gateway gateway(Path file, JsonNode node) {
        List<String> profiles = new ArrayList<>();
        node.path("profiles").forEach(profile -> profiles.add(profile.asText()));
        return new Gateway(
                text(file, node, "name"),
                text(file, node, "version"),
                profiles,
                text(file, node, "about"),
                texts(node.path("failures")));
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties()
                .forEach(text ->
                        texts.put(text.getKey(), text.getValue().asText().strip()));
        return texts;
    }

    private static String text(Path file, JsonNode node, String name) {
        return Optional.ofNullable(node.path(name).textValue())
                .map(String::strip)
                .orElseThrow(() -> new InvalidScoreboardException(file + ": gateways: " + name + ": must be text"));
    }

    Optional<Gateway> of(RunSummary run) {
        return all.stream()
                .filter(gateway -> gateway.profiles().contains(run.profile()))
                .findFirst();
    }
}
