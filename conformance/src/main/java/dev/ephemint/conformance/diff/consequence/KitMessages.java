package dev.ephemint.conformance.diff.consequence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.diff.document.Pointers;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.json.Placeholder;
import dev.ephemint.conformance.scenario.Scenario;
import dev.ephemint.conformance.scenario.Scenarios;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.tape.Tapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The bodies of the kit's tapes and scenarios. */
final class KitMessages {
    private static final String BODY = "/response/body";

    private KitMessages() {}

    static List<KitMessage> ofTapes() {
        List<KitMessage> messages = new ArrayList<>();
        for (Tape tape : Tapes.in(KitData.path("tapes"))) {
            String operation = pointer(tape.operation());
            tape.request()
                    .body()
                    .ifPresent(body -> messages.add(new KitMessage(tape.name(), operation, "", body, Set.of())));
            Set<String> open = tape.provenance().unpublished().stream()
                    .filter(place -> place.startsWith(BODY))
                    .map(place -> place.substring(BODY.length()))
                    .collect(Collectors.toSet());
            String status = Integer.toString(tape.response().status());
            tape.response()
                    .body()
                    .ifPresent(body -> messages.add(new KitMessage(tape.name(), operation, status, body, open)));
        }
        return messages;
    }

    /** What callers send and receive in scenarios; bodies that are no JSON are left out. */
    static List<KitMessage> ofScenarios() {
        List<KitMessage> messages = new ArrayList<>();
        for (Scenario scenario : Scenarios.in(KitData.path("scenarios"))) {
            operation(scenario.request()).ifPresent(operation -> {
                String file = scenario.heading().file().toString();
                String name = file.substring(file.lastIndexOf("scenarios/") + "scenarios/".length());
                add(messages, name, operation, "", scenario.request());
                add(messages, name, operation, scenario.response().start(), scenario.response());
            });
        }
        return messages;
    }

    private static Optional<String> operation(Message request) {
        return Arrays.stream(MintOperation.values())
                .filter(operation -> request.target().contains(operation.path()))
                .map(KitMessages::pointer)
                .findFirst();
    }

    private static void add(List<KitMessage> messages, String name, String operation, String status, Message message) {
        try {
            JsonNode body = ExactJson.parse(message.body());
            if (!body.isMissingNode()) {
                Set<String> open = new HashSet<>();
                placeholders("", body, open);
                messages.add(new KitMessage(name, operation, status, body, open));
            }
        } catch (IllegalArgumentException e) {
            // The scenario is about a body that is no JSON.
        }
    }

    private static void placeholders(String place, JsonNode node, Set<String> open) {
        if (node.isTextual()
                && (Placeholder.of(node.textValue()).isPresent()
                        || node.textValue().contains("${"))) {
            open.add(place);
        }
        node.properties()
                .forEach(entry -> placeholders(place + "/" + Pointers.escape(entry.getKey()), entry.getValue(), open));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            placeholders(place + "/" + i, node.get(i), open);
        }
    }

    private static String pointer(MintOperation operation) {
        return "/paths/" + Pointers.escape(operation.path()) + "/post";
    }
}
