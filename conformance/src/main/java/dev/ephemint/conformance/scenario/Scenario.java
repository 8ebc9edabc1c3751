package dev.ephemint.conformance.scenario;

import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.http.Message;
import java.nio.file.Path;
import java.util.Map;

/** One conformance case: settings, request, the vendor's script and the expected response. */
public record Scenario(Heading heading, Message request, UpstreamScript upstream, Message response) {

    /** @param settings settings of the gateway besides dialect, address and credential */
    public record Heading(Path file, String title, TargetDialect dialect, Map<String, String> settings) {
        public Heading {
            settings = Map.copyOf(settings);
        }
    }

    @Override
    public String toString() {
        return heading.file() + ": " + heading.title();
    }
}
