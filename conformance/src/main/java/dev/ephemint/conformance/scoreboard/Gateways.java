package dev.ephemint.conformance.scoreboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.input.InputSchema;
import dev.ephemint.conformance.input.InvalidInputException;
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

    /** @throws InvalidInputException lists each mistake */
    static Gateways read(Path file) {
        JsonNode root = InputSchema.named("gateways").read(file).valid();
        List<Gateway> gateways = new ArrayList<>();
        root.get("gateways").forEach(node -> gateways.add(gateway(node)));
        return new Gateways(gateways, texts(root.path("not-measured")));
    }

    private static Gateway gateway(JsonNode node) {
        List<String> profiles = new ArrayList<>();
        node.get("profiles").forEach(profile -> profiles.add(profile.textValue()));
        return new Gateway(
                node.get("name").textValue(),
                node.get("version").textValue(),
                profiles,
                node.get("about").textValue().strip(),
                texts(node.path("failures")));
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties()
                .forEach(text ->
                        texts.put(text.getKey(), text.getValue().textValue().strip()));
        return texts;
    }

    Optional<Gateway> of(RunSummary run) {
        return all.stream()
                .filter(gateway -> gateway.profiles().contains(run.profile()))
                .findFirst();
    }
}
