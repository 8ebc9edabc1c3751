package dev.ephemint.conformance.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.input.InputSchema;
import dev.ephemint.conformance.input.InvalidInputException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a profile from YAML. */
final class ProfileReader {
    private static final InputSchema SCHEMA = InputSchema.named("profile");

    private ProfileReader() {}

    /**
     * A profile is named as its file.
     *
     * @throws InvalidInputException lists each mistake
     */
    static Profile read(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        return profile(name, SCHEMA.read("profile " + name, file).valid());
    }

    static Profile read(String name, String yaml) {
        return profile(name, SCHEMA.parse("profile " + name, yaml).valid());
    }

    private static Profile profile(String name, JsonNode root) {
        return new Profile(
                name,
                root.get("title").textValue(),
                TargetDialect.of(root.get("dialect").textValue()),
                endpoints(root.get("endpoints")),
                list(root.path("session-types")),
                features(list(root.path("features"))),
                texts(root.path("headers")),
                texts(root.path("models")),
                Optional.ofNullable(root.get("upstream")).map(ProfileReader::upstream));
    }

    private static Map<MintOperation, String> endpoints(JsonNode node) {
        Map<MintOperation, String> endpoints = new EnumMap<>(MintOperation.class);
        texts(node).forEach((operation, path) -> endpoints.put(MintOperation.valueOf(operation), path));
        return endpoints;
    }

    private static Set<Feature> features(Set<String> words) {
        return Arrays.stream(Feature.values())
                .filter(feature -> words.contains(feature.word()))
                .collect(Collectors.toSet());
    }

    private static Upstream upstream(JsonNode node) {
        JsonNode credential = node.get("credential");
        return new Upstream(
                node.get("target").textValue(),
                credential.get("header").textValue(),
                credential.path("prefix").asText(),
                Upstream.KeyOwner.valueOf(credential.get("owner").textValue().toUpperCase(Locale.ROOT)),
                list(node.path("may-add")));
    }

    private static Set<String> list(JsonNode list) {
        Set<String> texts = new LinkedHashSet<>();
        list.forEach(item -> texts.add(item.textValue()));
        return texts;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().textValue()));
        return texts;
    }
}
