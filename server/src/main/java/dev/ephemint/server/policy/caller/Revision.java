package dev.ephemint.server.policy.caller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import java.util.ArrayList;
import java.util.List;

/** A request while a policy changes it. */
final class Revision {

    /** The warning that a value was changed. */
    static final String CAPPED = "capped_by_policy";

    private final Refusals refusals;
    private final MintRequest request;
    private final ObjectNode body;
    private final List<MintWarning> warnings = new ArrayList<>();

    Revision(Refusals refusals, MintRequest request) {
        this.refusals = refusals;
        this.request = request;
        this.body = request.copyOfBody();
    }

    Refusals refusals() {
        return refusals;
    }

    /** The body itself, to be changed. */
    ObjectNode body() {
        return body;
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
        MintRequest revised = request.withBody(body);
        for (MintWarning warning : warnings) {
            revised = revised.withWarning(warning);
        }
        return revised;
    }
}
