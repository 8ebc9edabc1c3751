package dev.ephemint.conformance.bench.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parts of the service, each with what its methods' names begin with: {@code parts.json}. A frame belongs to the first part
 * with such a beginning; a part without a name only passes through.
 */
record Parts(List<Part> all) {
    static final String OTHER = "other";

    Parts {
        all = List.copyOf(all);
    }

    record Part(String name, List<String> prefixes) {
        Part {
            prefixes = List.copyOf(prefixes);
        }

        private boolean has(String method) {
            return prefixes.stream().anyMatch(method::startsWith);
        }
    }

    static Parts read() {
        List<Part> parts = new ArrayList<>();
        for (JsonNode part : ExactJson.resource(Parts.class, "parts.json")) {
            List<String> prefixes = new ArrayList<>();
            part.path("prefixes").forEach(prefix -> prefixes.add(prefix.asText()));
            parts.add(new Part(part.path("part").asText(), prefixes));
        }
        return new Parts(parts);
    }

    /** @param stack names of methods with their class, the innermost first: the first that belongs to a part decides */
    String of(List<String> stack) {
        for (String method : stack) {
            Optional<Part> part = all.stream().filter(each -> each.has(method)).findFirst();
            if (part.isPresent() && !part.get().name().isEmpty()) {
                return part.get().name();
            }
        }
        return OTHER;
    }
}
