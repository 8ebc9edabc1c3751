package dev.ephemint.conformance.diff.consequence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.canary.Canaries;
import dev.ephemint.conformance.canary.Canary;
import dev.ephemint.conformance.diff.document.Pointers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The canaries of the old document under the new one: a broken body that passes, or an intact one that does not. */
final class CanaryMessages {
    private final MessageValidator before;
    private final MessageValidator after;
    private final List<Flip> flips = new ArrayList<>();
    private final Map<JsonNode, List<Violation>> intact = new HashMap<>();
    private int checked;

    private CanaryMessages(MessageValidator before, MessageValidator after) {
        this.before = before;
        this.after = after;
    }

    static MessagesConsumer consumer(MessageValidator before, MessageValidator after) {
        CanaryMessages canaries = new CanaryMessages(before, after);
        for (MintOperation operation : MintOperation.values()) {
            canaries.run("/paths/" + Pointers.escape(operation.path()) + "/post");
        }
        return new MessagesConsumer("canaries", canaries.checked, canaries.flips);
    }

    private void run(String operation) {
        Optional<JsonNode> old = before.schema(message(operation, "", before.document()));
        Optional<JsonNode> now = after.schema(message(operation, "", after.document()));
        if (old.isEmpty()) {
            return;
        }
        for (Canary canary : Canaries.of(before.document(), old.get())) {
            checked++;
            if (now.isEmpty()) {
                flips.add(new Flip(canary.id(), List.of(new Violation(operation))));
                continue;
            }
            List<Violation> sound = intact.computeIfAbsent(canary.intact(), body -> violations(after, now.get(), body));
            if (!sound.isEmpty()) {
                flips.add(new Flip(canary.id(), sound));
            } else if (after.violations(now.get(), canary.broken()).isEmpty()) {
                flips.add(new Flip(canary.id(), violations(before, old.get(), canary.broken())));
            }
        }
    }

    private static List<Violation> violations(MessageValidator validator, JsonNode schema, JsonNode body) {
        return validator.violations(schema, body).stream()
                .map(MessageValidator::violation)
                .toList();
    }

    private static KitMessage message(String operation, String status, JsonNode body) {
        return new KitMessage("", operation, status, body, Set.of());
    }
}
