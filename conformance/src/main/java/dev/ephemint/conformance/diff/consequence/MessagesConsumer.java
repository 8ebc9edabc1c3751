package dev.ephemint.conformance.diff.consequence;

import dev.ephemint.conformance.diff.change.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tapes or scenarios: which of their bodies have another verdict under the new document. */
final class MessagesConsumer implements Consumer {
    private static final int LISTED = 5;

    private final String consumer;
    private final int checked;
    private final List<Flip> flips;

    MessagesConsumer(String consumer, int checked, List<Flip> flips) {
        this.consumer = consumer;
        this.checked = checked;
        this.flips = List.copyOf(flips);
    }

    /** @param bothWays whether a message that was rejected and now is accepted counts, too */
    static MessagesConsumer of(
            String consumer,
            List<KitMessage> messages,
            MessageValidator before,
            MessageValidator after,
            boolean bothWays) {
        List<Flip> flips = new ArrayList<>();
        for (KitMessage message : messages) {
            List<Violation> old = before.violations(message);
            List<Violation> now = after.violations(message);
            if (old.isEmpty() && !now.isEmpty()) {
                flips.add(new Flip(message.name(), now));
            } else if (bothWays && message.isRequest() && now.isEmpty() && !old.isEmpty()) {
                flips.add(new Flip(message.name(), old));
            }
        }
        return new MessagesConsumer(consumer, messages.size(), flips);
    }

    @Override
    public Consequence of(Change change) {
        List<String> names = flips.stream()
                .filter(flip -> flip.isDueTo(change))
                .map(Flip::name)
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return Consequence.passes(consumer, "none of " + checked + " has another verdict");
        }
        String rest = names.size() > LISTED ? " and " + (names.size() - LISTED) + " more" : "";
        return Consequence.breaks(
                consumer,
                names.size() + " of " + checked + ": "
                        + names.stream().limit(LISTED).collect(Collectors.joining(", ")) + rest);
    }
}
