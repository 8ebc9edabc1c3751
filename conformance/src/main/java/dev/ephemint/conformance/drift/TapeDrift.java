package dev.ephemint.conformance.drift;

import dev.ephemint.conformance.record.RedactionRules;
import dev.ephemint.conformance.record.ValueKind;
import dev.ephemint.conformance.tape.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The differences between an old tape's response and a new one's. */
final class TapeDrift {
    private static final String HEADERS = "/response/headers";
    private static final String BODY = "/response/body";
    private static final RedactionRules REDACTION = RedactionRules.defaults();
    private static final DriftRules RULES = DriftRules.defaults();

    private final Tape before;
    private final Tape after;
    private final List<Change> changes = new ArrayList<>();

    private TapeDrift(Tape before, Tape after) {
        this.before = before;
        this.after = after;
    }

    /** What either tape does not show is not compared; what was reconstructed on the old one is information only. */
    static List<DriftFinding> between(Tape before, Tape after) {
        TapeDrift drift = new TapeDrift(before, after);
        drift.compare();
        return drift.changes.stream()
                .filter(change -> !drift.isUnpublished(change.at()))
                .map(drift::finding)
                .toList();
    }

    private void compare() {
        int old = before.response().status();
        int current = after.response().status();
        if (old != current) {
            changes.add(new Change(DriftKind.STATUS_CHANGED, "/response/status", "" + old, "" + current));
        }
        if (!isUnpublished(HEADERS)) {
            compareHeaders(before.response().headers(), after.response().headers());
        }
        before.response().body().ifPresent(oldBody -> after.response()
                .body()
                .ifPresent(body -> changes.addAll(new TreeDrift(ContractValues.of(after))
                        .changes(BODY, REDACTION.redacted(oldBody), REDACTION.redacted(body)))));
    }

    private void compareHeaders(Map<String, String> old, Map<String, String> current) {
        Set<String> names = new TreeSet<>(old.keySet());
        names.addAll(current.keySet());
        for (String name : names) {
            String at = HEADERS + "/" + name;
            String was = old.getOrDefault(name, Change.ABSENT);
            String is = current.getOrDefault(name, Change.ABSENT);
            if (!current.containsKey(name)) {
                changes.add(new Change(DriftKind.HEADER_GONE, at, was, is));
            } else if (!old.containsKey(name)) {
                changes.add(new Change(DriftKind.HEADER_NEW, at, was, is));
            } else if (differs(REDACTION.header(name), was, is)) {
                changes.add(new Change(DriftKind.HEADER_CHANGED, at, was, is));
            }
        }
    }

    private static boolean differs(ValueKind kind, String was, String is) {
        return switch (kind) {
            case TIME -> false;
            case PLAIN -> !ValueForm.unnumbered(was).equals(ValueForm.unnumbered(is));
            default -> !ValueForm.ofId(was).agrees(ValueForm.ofId(is));
        };
    }

    private boolean isUnpublished(String at) {
        return Stream.of(before, after)
                .flatMap(tape -> tape.provenance().unpublished().stream())
                .anyMatch(pointer -> isWithin(at, pointer));
    }

    private DriftFinding finding(Change change) {
        DriftRules.Rule rule = RULES.judge(change);
        boolean reconstructed =
                before.provenance().reconstructed().stream().anyMatch(pointer -> isWithin(change.at(), pointer));
        return new DriftFinding(
                before.name(),
                reconstructed ? DriftTier.INFORMATION : rule.tier(),
                change.kind(),
                change.at(),
                change.before(),
                change.after(),
                reconstructed ? "the old tape's part is reconstructed" : rule.reason());
    }

    private static boolean isWithin(String at, String pointer) {
        return at.equals(pointer) || at.startsWith(pointer + "/");
    }
}
