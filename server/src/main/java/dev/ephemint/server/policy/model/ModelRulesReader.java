package dev.ephemint.server.policy.model;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Reads a file of model rules, and names the entry and the member that it does not understand. */
final class ModelRulesReader {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .withConfigOverride(
                    List.class, config -> config.setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
            .build();

    private ModelRulesReader() {}

    static List<ModelRule> read(InputStream json) throws IOException {
        JsonNode entries = MAPPER.readTree(json);
        if (!entries.isArray()) {
            throw new IOException("must be a list of entries");
        }
        List<ModelRule> rules = new ArrayList<>();
        for (JsonNode entry : entries) {
            rules.add(rule(rules.size() + 1, entry));
        }
        return rules;
    }

    private static ModelRule rule(int number, JsonNode entry) throws IOException {
        try {
            return MAPPER.treeToValue(entry, RuleEntry.class).rule();
        } catch (JsonMappingException mismatch) {
            throw new IOException(place(number, entry) + path(mismatch) + words(mismatch), mismatch);
        } catch (IllegalArgumentException senseless) {
            throw new IOException(place(number, entry) + senseless.getMessage(), senseless);
        }
    }

    private static String place(int number, JsonNode entry) {
        JsonNode name = entry.has("model") ? entry.path("model") : entry.path("models");
        return "entry " + number + (name.isMissingNode() ? "" : " (" + name + ")") + ": ";
    }

    private static String path(JsonMappingException mismatch) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : mismatch.getPath()) {
            path.append(step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName());
        }
        return path.isEmpty() ? "" : path.substring(1) + ": ";
    }

    private static String words(JsonMappingException mismatch) {
        return mismatch instanceof UnrecognizedPropertyException unknown
                ? "unknown member; known are " + new TreeSet<>(unknown.getKnownPropertyIds())
                : mismatch.getOriginalMessage();
    }
}
