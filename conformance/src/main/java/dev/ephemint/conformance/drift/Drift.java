package dev.ephemint.conformance.drift;

import dev.ephemint.conformance.tape.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares old tapes with new ones. */
public final class Drift {
    private static final DriftRules RULES = DriftRules.defaults();

    private final List<DriftFinding> findings = new ArrayList<>();
    private final List<NotCompared> notCompared = new ArrayList<>();
    private int compared;

    private Drift() {}

    /** With another directory of tapes: an exchange that only one of them has is a difference. */
    public static DriftReport against(List<Tape> before, List<Tape> after) {
        Drift drift = new Drift();
        OtherTapes others = new OtherTapes(after);
        for (Tape tape : before) {
            drift.compare(tape, others, true);
        }
        others.unused().forEach(tape -> drift.exchange(DriftKind.EXCHANGE_NEW, tape));
        return drift.report();
    }

    /** With what the vendor responds now. */
    public static DriftReport with(List<Tape> before, Counterpart counterpart) {
        Drift drift = new Drift();
        for (Tape tape : before) {
            drift.compare(tape, counterpart, false);
        }
        return drift.report();
    }

    private void compare(Tape before, Counterpart counterpart, boolean missingIsADifference) {
        try {
            Tape after = counterpart.of(before);
            int status = after.response().status();
            Optional<String> unusable = Optional.ofNullable(RULES.unusable().get(status))
                    .filter(reason -> status != before.response().status());
            if (unusable.isPresent()) {
                notCompared.add(new NotCompared(before.name(), status + ": " + unusable.get()));
                return;
            }
            compared++;
            findings.addAll(TapeDrift.between(before, after));
        } catch (NoCounterpartException missing) {
            notCompared.add(new NotCompared(before.name(), String.valueOf(missing.getMessage())));
            if (missingIsADifference) {
                exchange(DriftKind.EXCHANGE_GONE, before);
            }
        }
    }

    private void exchange(DriftKind kind, Tape tape) {
        String shown = "" + tape.response().status();
        Change change = kind == DriftKind.EXCHANGE_GONE
                ? new Change(kind, "", shown, Change.ABSENT)
                : new Change(kind, "", Change.ABSENT, shown);
        DriftRules.Rule rule = RULES.judge(change);
        findings.add(new DriftFinding(
                tape.name(), rule.tier(), kind, change.at(), change.before(), change.after(), rule.reason()));
    }

    private DriftReport report() {
        return new DriftReport(compared, findings, notCompared);
    }
}
