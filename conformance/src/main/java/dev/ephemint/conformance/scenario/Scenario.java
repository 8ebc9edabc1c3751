package dev.ephemint.conformance.scenario;

import dev.ephemint.conformance.Dialect;
import dev.ephemint.conformance.http.Message;
import java.nio.file.Path;
import java.util.Map;

/** One case: how the gateway is set, what a caller sends, what the vendor sees and does, what the caller gets. */
public record Scenario(Heading heading, Message request, Upstream upstream, Message answer) {

    /** @param settings properties of the gateway beside dialect, address and credential */
    public record Heading(Path file, String title, Dialect dialect, Map<String, String> settings) {
        public Heading {
            settings = Map.copyOf(settings);
        }
    }

    @Override
    public String toString() {
        return heading.file() + ": " + heading.title();
    }
}
