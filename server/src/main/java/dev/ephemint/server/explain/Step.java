package dev.ephemint.server.explain;

import dev.ephemint.server.mint.MintWarning;
import java.util.List;

/**
 * The effect of one stage on the request.
 *
 * @param name the policy, {@code contract} or {@code dialect}
 * @param refused whether the request ended here
 * @param warnings the warnings that the caller would receive with the token
 */
record Step(String name, boolean refused, List<Change> changes, List<MintWarning> warnings) {

    static Step passed(String name, List<Change> changes, List<MintWarning> warnings) {
        return new Step(name, false, changes, warnings);
    }

    static Step refused(String name) {
        return new Step(name, true, List.of(), List.of());
    }
}
