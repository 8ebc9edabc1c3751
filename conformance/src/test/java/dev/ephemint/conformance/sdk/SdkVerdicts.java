package dev.ephemint.conformance.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each call of an SDK results in at each dialect: {@code verdicts.json}. */
final class SdkVerdicts {
    private static final JsonNode PINNED = ExactJson.read(Path.of("src/test/resources/sdk/verdicts.json"));

    private SdkVerdicts() {}

    /** By dialect and call. */
    static Map<String, String> pinned(String sdk) {
        Map<String, String> verdicts = new TreeMap<>();
        PINNED.required(sdk).properties().forEach(call -> call.getValue()
                .properties()
                .forEach(dialect -> verdicts.put(
                        call.getKey() + " | " + dialect.getKey(),
                        dialect.getValue().asText())));
        return verdicts;
    }

    /** The same of what a script printed. */
    static Map<String, String> of(List<JsonNode> printed) {
        Map<String, String> verdicts = new TreeMap<>();
        printed.forEach(line -> verdicts.put(
                line.path("call").asText() + " | " + line.path("dialect").asText(),
                line.path("verdict").asText()));
        return verdicts;
    }
}
