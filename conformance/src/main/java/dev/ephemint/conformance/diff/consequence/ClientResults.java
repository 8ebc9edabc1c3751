package dev.ephemint.conformance.diff.consequence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Results of generated clients that were compiled and run against both contracts: a JSON object with {@code results}, a list
 * of {@code client}, {@code verdict} (passes, breaks or unknown) and {@code because}.
 */
public final class ClientResults {
    private static final List<String> CLIENTS =
            List.of("typescript-fetch", "python", "go", "rust", "java", "kotlin", "csharp", "php", "ruby", "perl");

    private final List<GeneratedClientConsumer> consumers;

    private ClientResults(List<GeneratedClientConsumer> consumers) {
        this.consumers = List.copyOf(consumers);
    }

    public static ClientResults none() {
        return new ClientResults(CLIENTS.stream()
                .map(name -> new GeneratedClientConsumer(
                        name, Verdict.UNKNOWN, "it was not run against both contracts; see --clients"))
                .toList());
    }

    public static ClientResults read(Path file) {
        List<GeneratedClientConsumer> consumers = new ArrayList<>();
        for (JsonNode result : ExactJson.read(file).path("results")) {
            consumers.add(new GeneratedClientConsumer(
                    result.path("client").asText(),
                    Verdict.valueOf(result.path("verdict").asText().toUpperCase(Locale.ROOT)),
                    result.path("because").asText()));
        }
        if (consumers.isEmpty()) {
            throw new IllegalArgumentException(file + ": must have results");
        }
        return new ClientResults(consumers);
    }

    List<? extends Consumer> consumers() {
        return consumers;
    }
}
