package dev.ephemint.conformance.diff.change;

import java.util.Map;
import java.util.Optional;

/**
 * A kind of change, with its class on each side that it can occur on. Each side has one rule: {@code request.property.removed}.
 *
 * @param id {@code area.action}
 * @param says what happened, as one sentence without a subject's name
 * @param opposite the kind that undoes this one, which may be itself; empty if {@code noOpposite} has the reason
 * @param oneSided why one side is missing
 * @param uneven why the other side's class is not that of the opposite kind
 */
public record Kind(
        String id,
        String says,
        Map<Side, ChangeClass> classes,
        Optional<String> opposite,
        Optional<String> noOpposite,
        Optional<String> oneSided,
        Optional<String> uneven) {
    public Kind {
        classes = Map.copyOf(classes);
    }
}
