package dev.ephemint.conformance.tape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * One event on a socket.
 *
 * @param times how many of the kind followed each other, of which this is one
 * @param about what made the vendor say it, where the events before it do not show that
 * @param cut JSON pointers into the event of what is not on the tape, or there in part only
 */
public record TapedEvent(Direction direction, JsonNode event, int times, Optional<String> about, Set<String> cut) {
    public TapedEvent {
        cut = Set.copyOf(cut);
    }

    public String type() {
        return event.path("type").textValue();
    }

    public boolean whole() {
        return cut.isEmpty();
    }

    /** Whether the place, or something around it, is not on the tape as the vendor said it. */
    public boolean isCutAt(String place) {
        return cut.stream().anyMatch(pointer -> place.equals(pointer) || place.startsWith(pointer + "/"));
    }
}
