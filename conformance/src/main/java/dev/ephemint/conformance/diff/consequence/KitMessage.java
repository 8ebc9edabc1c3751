package dev.ephemint.conformance.diff.consequence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * A request or response body that the kit has.
 *
 * @param operation JSON pointer to its operation in a document
 * @param status empty for a request
 * @param open JSON pointers to values that are not on record, or that are placeholders
 */
record KitMessage(String name, String operation, String status, JsonNode body, Set<String> open) {
    KitMessage {
        open = Set.copyOf(open);
    }

    boolean isRequest() {
        return status.isEmpty();
    }

    /** Whether the place, something around it or something in it is not on record. */
    boolean isOpen(String place) {
        return open.stream()
                .anyMatch(pointer ->
                        place.equals(pointer) || place.startsWith(pointer + "/") || pointer.startsWith(place + "/"));
    }
}
