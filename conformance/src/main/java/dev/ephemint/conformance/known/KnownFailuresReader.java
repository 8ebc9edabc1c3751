package dev.ephemint.conformance.known;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ephemint.conformance.check.CheckPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a list of known failures from YAML: {@code failing} and {@code flaky}, each a list of entries. */
public final class KnownFailuresReader {
    private static final Set<String> LISTS = Set.of("failing", "flaky");
    private static final Set<String> MEMBERS = Set.of("pattern", "reason", "link", "since", "expires");
    private static final long MAX_BYTES = 1 << 20;
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private KnownFailuresReader() {}

    /** @throws IllegalArgumentException says what is wrong and where */
    public static KnownFailures read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IllegalArgumentException("larger than " + MAX_BYTES + " bytes");
            }
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read file " + file, e);
        }
    }

    static KnownFailures parse(String text) {
        JsonNode root = tree(text);
        if (root.isMissingNode() || root.isNull()) {
            return KnownFailures.NONE;
        }
        rejectUnknown("", root, LISTS);
        List<KnownFailure> entries = new ArrayList<>();
        for (String list : List.of("failing", "flaky")) {
            JsonNode items = root.path(list);
            if (!items.isMissingNode() && !items.isArray()) {
                throw new IllegalArgumentException(list + ": must be a list");
            }
            for (int i = 0; i < items.size(); i++) {
                entries.add(entry(list, i, items.get(i)));
            }
        }
        return new KnownFailures(entries);
    }

    private static JsonNode tree(String text) {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not YAML: " + e.getOriginalMessage(), e);
        }
    }

    private static KnownFailure entry(String list, int index, JsonNode entry) {
        String place = list + "[" + index + "]";
        rejectUnknown(place, entry, MEMBERS);
        try {
            return new KnownFailure(
                    new CheckPattern(text(entry, "pattern")),
                    list.equals("flaky"),
                    text(entry, "reason"),
                    Optional.ofNullable(entry.get("link")).map(link -> text(entry, "link")),
                    date(entry, "since"),
                    date(entry, "expires"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
        }
    }

    private static void rejectUnknown(String place, JsonNode node, Set<String> members) {
        if (!node.isObject()) {
            throw new IllegalArgumentException((place.isEmpty() ? "the file" : place) + ": must be a mapping");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!members.contains(name)) {
                throw new IllegalArgumentException(
                        (place.isEmpty() ? "" : place + ".") + name + ": unknown, must be one of "
                                + members.stream().sorted().toList());
            }
        });
    }

    private static LocalDate date(JsonNode entry, String member) {
        String text = text(entry, member);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(member + ": must be a date such as 2026-11-26, got " + text, e);
        }
    }

    private static String text(JsonNode entry, String member) {
        JsonNode value = entry.path(member);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(member + (value.isMissingNode() ? ": missing" : ": must be text"));
        }
        return value.textValue();
    }
}
