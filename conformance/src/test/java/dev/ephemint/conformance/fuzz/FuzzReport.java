package dev.ephemint.conformance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Schemathesis did, from its NDJSON report.
 *
 * @param cases how many requests it sent
 * @param accepted operations that responded with 2xx at least once, to their own method
 */
record FuzzReport(int cases, Set<String> accepted, List<FuzzFailure> failures) {
    private static final int SHOWN = 600;

    static FuzzReport read(Path file) throws IOException {
        int cases = 0;
        Set<String> accepted = new TreeSet<>();
        List<FuzzFailure> failures = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode recorder = ExactJson.parse(line).at("/ScenarioFinished/recorder");
            String operation = recorder.path("label").asText();
            cases += recorder.path("interactions").size();
            recorder.path("interactions").forEach(each -> {
                String method = each.at("/request/method").asText();
                if (operation.startsWith(method + " ")
                        && each.at("/response/status_code").asInt() / 100 == 2) {
                    accepted.add(operation);
                }
            });
            recorder.path("checks").properties().forEach(checks -> {
                JsonNode interaction = recorder.path("interactions").path(checks.getKey());
                checks.getValue().forEach(check -> {
                    if (check.path("failure_info").isObject()) {
                        failures.add(failure(check.path("name").asText(), operation, interaction));
                    }
                });
            });
        }
        return new FuzzReport(cases, Set.copyOf(accepted), List.copyOf(failures));
    }

    private static FuzzFailure failure(String check, String operation, JsonNode interaction) {
        String response = text(interaction.at("/response/content"));
        return new FuzzFailure(
                check,
                operation,
                interaction.at("/response/status_code").asInt(),
                code(response),
                shortened(text(interaction.at("/request/body"))),
                shortened(response));
    }

    private static String code(String response) {
        try {
            return ExactJson.parse(response).at("/error/code").asText("");
        } catch (IllegalArgumentException notJson) {
            return "";
        }
    }

    private static String text(JsonNode content) {
        return new String(Base64.getDecoder().decode(content.path("$base64").asText("")), StandardCharsets.UTF_8);
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
