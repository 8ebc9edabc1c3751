package dev.ephemint.conformance.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a profile from YAML, and rejects what it does not know. */
final class ProfileReader {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> SESSION_TYPES = Set.of("transcription", "realtime");
    private static final Set<String> NAMES =
            Set.of("title", "dialect", "endpoints", "session-types", "features", "headers", "models", "upstream");

    private final String name;
    private final ProfileNode root;

    private ProfileReader(String name, ProfileNode root) {
        this.name = name;
        this.root = root;
    }

    /** A profile is named as its file. */
    static Profile read(Path file) {
        String fileName = file.getFileName().toString();
        try {
            return read(fileName.replaceFirst("\\.ya?ml$", ""), Files.readString(file));
        } catch (IOException e) {
            throw new InvalidProfileException("cannot read profile " + file);
        }
    }

    static Profile read(String name, String yaml) {
        try {
            JsonNode tree = YAML.readTree(yaml);
            return new ProfileReader(name, new ProfileNode("profile " + name + ": ", "", tree)).profile();
        } catch (JsonProcessingException e) {
            throw new InvalidProfileException("profile " + name + ": not YAML: " + e.getOriginalMessage());
        }
    }

    private Profile profile() {
        root.onlyNames(NAMES);
        return new Profile(
                name,
                root.text("title"),
                dialect(),
                endpoints(),
                root.words("session-types", SESSION_TYPES),
                features(),
                root.texts("headers"),
                models(),
                root.find("upstream").map(this::upstream));
    }

    private TargetDialect dialect() {
        Set<String> ids =
                Arrays.stream(TargetDialect.values()).map(TargetDialect::id).collect(Collectors.toSet());
        return TargetDialect.of(root.word("dialect", ids));
    }

    private Map<MintOperation, String> endpoints() {
        ProfileNode node = root.object("endpoints");
        node.onlyNames(Arrays.stream(MintOperation.values()).map(Enum::name).collect(Collectors.toSet()));
        Map<MintOperation, String> endpoints = new EnumMap<>(MintOperation.class);
        root.texts("endpoints").forEach((operation, path) -> {
            if (!path.startsWith("/")) {
                throw node.invalid(operation, "must begin with /, got " + path);
            }
            endpoints.put(MintOperation.valueOf(operation), path);
        });
        if (endpoints.isEmpty()) {
            throw root.invalid("endpoints", "must name at least one operation");
        }
        return endpoints;
    }

    private Set<Feature> features() {
        Map<String, Feature> known = Arrays.stream(Feature.values()).collect(Collectors.toMap(Feature::word, it -> it));
        return root.words("features", known.keySet()).stream().map(known::get).collect(Collectors.toSet());
    }

    private Map<String, String> models() {
        Optional<ProfileNode> node = root.find("models");
        node.ifPresent(models -> models.onlyNames(SESSION_TYPES));
        return root.texts("models");
    }

    private Upstream upstream(ProfileNode node) {
        node.onlyNames(Set.of("target", "credential", "may-add"));
        ProfileNode credential = node.object("credential");
        credential.onlyNames(Set.of("header", "prefix", "owner"));
        return new Upstream(
                node.text("target"),
                credential.text("header"),
                credential.textOrEmpty("prefix"),
                Upstream.KeyOwner.valueOf(
                        credential.word("owner", Set.of("gateway", "caller")).toUpperCase(Locale.ROOT)),
                node.list("may-add"));
    }
}
