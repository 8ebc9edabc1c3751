package dev.ephemint.conformance.diff.consequence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.json.References;
import dev.ephemint.conformance.tape.Direction;
import dev.ephemint.conformance.tape.SocketTape;
import dev.ephemint.conformance.tape.TapedEvent;
import dev.ephemint.conformance.tape.Tapes;
import java.util.ArrayList;
import java.util.List;

/** The events of the kit's socket tapes under two documents. */
final class EventTapes {
    private final MessageValidator before;
    private final MessageValidator after;

    private EventTapes(MessageValidator before, MessageValidator after) {
        this.before = before;
        this.after = after;
    }

    static MessagesConsumer consumer(MessageValidator before, MessageValidator after) {
        EventTapes tapes = new EventTapes(before, after);
        List<Flip> flips = new ArrayList<>();
        int checked = 0;
        for (SocketTape tape : Tapes.ofSocketsIn(KitData.path("socket-tapes"))) {
            for (TapedEvent event : tape.events()) {
                checked++;
                List<Violation> now = tapes.violations(after, event);
                if (!now.isEmpty() && tapes.violations(before, event).isEmpty()) {
                    flips.add(new Flip(tape.name() + " " + event.type(), now));
                }
            }
        }
        return new MessagesConsumer("tapes", checked, flips);
    }

    private List<Violation> violations(MessageValidator validator, TapedEvent event) {
        JsonNode known = schema(before.document(), event);
        if (validator == after
                && isDescribed(known, before.document())
                && !isDescribed(schema(after.document(), event), after.document())) {
            return List.of(new Violation(known.path("$ref").asText().substring(1) + "/properties/type/const"));
        }
        return validator.violations(schema(validator.document(), event), event.event()).stream()
                .filter(error -> !event.isCutAt(error.getInstanceLocation().toString()))
                .map(MessageValidator::violation)
                .toList();
    }

    private static boolean isDescribed(JsonNode schema, JsonNode document) {
        return new References(document).resolve(schema).at("/properties/type").has("const");
    }

    private static JsonNode schema(JsonNode document, TapedEvent event) {
        String union = event.direction() == Direction.SENT ? "ClientEvent" : "ServerEvent";
        References references = new References(document);
        JsonNode branches = document.at("/components/schemas/" + union + "/oneOf");
        for (JsonNode branch : branches) {
            if (references.resolve(branch).at("/properties/type/const").asText().equals(event.type())) {
                return branch;
            }
        }
        return branches.path(branches.size() - 1);
    }
}
