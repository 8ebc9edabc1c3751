package dev.ephemint.server.policy.caller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request while a policy changes it. */
final class Revision {

    /** The warning that a value was changed. */
    static final String CAPPED = "capped_by_policy";

    private final Refusals refusals;
    private final MintRequest request;
    private final List<MintWarning> warnings = new ArrayList<>();
    private @Nullable ObjectNode changed;

    Revision(Refusals refusals, MintRequest request) {
        this.refusals = refusals;
        this.request = request;
    }

    Refusals refusals() {
        return refusals;
    }

    /** The body as it is by now; read-only. */
    ObjectNode body() {
        return changed == null ? request.body() : changed;
    }

    /** The revision's own body, to be changed: a copy once the first change is made. */
    ObjectNode ownBody() {
        if (changed == null) {
            changed = request.copyOfBody();
        }
        return changed;
    }

    void warnCapped(String param, JsonNode sent, JsonNode value) {
        String from = sent.isNumber() ? " from " + Words.value(sent) : "";
        warn(param, "changed" + from + " to " + Words.value(value));
    }

    void warnRemoved(String param) {
        warn(param, "left out");
    }

    private void warn(String param, String change) {
        warnings.add(new MintWarning(
                CAPPED, "'" + param + "' was " + change + " by the policy '" + refusals.policy() + "'.", param));
    }

    MintRequest request() {
        MintRequest revised = request.withBody(body());
        for (MintWarning warning : warnings) {
            revised = revised.withWarning(warning);
        }
        return revised;
    }
}
