package dev.ephemint.conformance.requirement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ephemint.conformance.KitData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The requirements of the kit, {@code kit/requirements.yaml}. */
public final class Requirements {
    private Requirements() {}

    /** In the order of the file. */
    public static List<Requirement> all() {
        List<Requirement> requirements = new ArrayList<>();
        tree().properties().forEach(group -> group.getValue()
                .forEach(node -> requirements.add(requirement(group.getKey(), node))));
        return List.copyOf(requirements);
    }

    private static JsonNode tree() {
        try {
            return new YAMLMapper().readTree(Files.readString(KitData.path("requirements.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Requirement requirement(String group, JsonNode node) {
        List<Evidence> evidence = new ArrayList<>();
        node.path("evidence").forEach(item -> evidence.add(evidence(item)));
        return new Requirement(text(node, "id"), group, text(node, "text"), evidence);
    }

    private static Evidence evidence(JsonNode node) {
        return new Evidence(
                text(node, "source"),
                text(node, "date"),
                Evidence.Grade.valueOf(text(node, "grade").toUpperCase(Locale.ROOT)));
    }

    private static String text(JsonNode node, String name) {
        if (!node.path(name).isTextual()) {
            throw new IllegalArgumentException("requirements: " + name + " is missing: " + node);
        }
        return node.get(name).textValue();
    }
}
