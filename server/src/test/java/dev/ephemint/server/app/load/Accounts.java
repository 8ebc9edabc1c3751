package dev.ephemint.server.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an audit file says of all mints.
 *
 * @param events of each mint by its id, in their order
 */
record Accounts(Map<String, List<String>> events) {

    static Accounts of(Path file) throws IOException {
        Map<String, List<String>> events = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode record = Fixtures.tree(line);
            events.computeIfAbsent(record.path("id").asText(), id -> new ArrayList<>())
                    .add(record.path("event").asText());
        }
        return new Accounts(events);
    }

    /** Fails unless each mint began once and ended once. */
    Accounts areComplete() {
        assertThat(events.values())
                .allSatisfy(mint ->
                        assertThat(mint).hasSize(2).startsWith("admitted").doesNotHaveDuplicates());
        return this;
    }

    long minted() {
        return events.values().stream().filter(mint -> mint.contains("minted")).count();
    }

    long failed() {
        return events.values().stream().filter(mint -> mint.contains("failed")).count();
    }
}
