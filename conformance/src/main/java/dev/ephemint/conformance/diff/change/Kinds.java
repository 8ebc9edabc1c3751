package dev.ephemint.conformance.diff.change;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of change that this kit knows, from {@code kinds.yaml}. */
public final class Kinds {
    private static final Kinds ALL = read();

    private final Map<String, Kind> kinds;

    private Kinds(Map<String, Kind> kinds) {
        this.kinds = kinds;
    }

    public static Kinds all() {
        return ALL;
    }

    public Collection<Kind> kinds() {
        return List.copyOf(kinds.values());
    }

    public Kind get(String id) {
        Kind kind = kinds.get(id);
        if (kind == null) {
            throw new IllegalArgumentException("no kind of change " + id);
        }
        return kind;
    }

    /** The class of the kind for one side. */
    ChangeClass classOf(String id, Side side) {
        ChangeClass found = get(id).classes().get(side);
        if (found == null) {
            throw new IllegalArgumentException("no rule " + side.id() + "." + id);
        }
        return found;
    }

    private static Kinds read() {
        try (InputStream in = requireNonNull(Kinds.class.getResourceAsStream("kinds.yaml"))) {
            Map<String, Kind> kinds = new LinkedHashMap<>();
            for (JsonNode node : new YAMLMapper().readTree(in)) {
                Kind kind = kind(node);
                if (kinds.put(kind.id(), kind) != null) {
                    throw new IllegalStateException("kinds.yaml has " + kind.id() + " twice");
                }
            }
            return new Kinds(kinds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kind kind(JsonNode node) {
        Map<Side, ChangeClass> classes = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            text(node, side.id()).ifPresent(id -> classes.put(side, ChangeClass.of(id)));
        }
        return new Kind(
                node.path("kind").textValue(),
                node.path("says").textValue(),
                classes,
                text(node, "opposite"),
                text(node, "no-opposite"),
                text(node, "one-sided"),
                text(node, "uneven"));
    }

    private static Optional<String> text(JsonNode node, String member) {
        return Optional.ofNullable(node.path(member).textValue());
    }
}
