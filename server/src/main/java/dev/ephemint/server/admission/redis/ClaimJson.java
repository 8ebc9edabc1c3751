package dev.ephemint.server.admission.redis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.admission.Claim;
import dev.ephemint.server.admission.Limit;
import dev.ephemint.server.admission.Settlement;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The arguments of the scripts. */
record ClaimJson(OptionalInt auditLength) {

    String admit(Claim claim) {
        ObjectNode json = node().put("id", claim.id()).put("hold", claim.hold().toMillis());
        ArrayNode limits = json.putArray("limits");
        claim.limits().forEach(limit -> limits.add(limit(limit)));
        claim.once().ifPresent(once -> json.putObject("once")
                .put("digest", once.digest())
                .put("running", once.running().toMillis()));
        return with(json, claim.audit());
    }

    String settle(Claim claim, Settlement settlement) {
        ObjectNode json = node().put("id", claim.id()).put("minted", settlement.minted());
        settlement.expires().ifPresent(time -> json.put("expires", time.toEpochMilli()));
        claim.once()
                .ifPresent(once ->
                        json.putObject("once").put("digest", once.digest()).put("kept", Claim.Once.KEPT.toMillis()));
        return with(json, settlement.audit());
    }

    String with(ObjectNode json, Supplier<Map<String, String>> audit) {
        if (auditLength.isPresent()) {
            ObjectNode stream = json.putObject("audit").put("length", auditLength.getAsInt());
            ArrayNode fields = stream.putArray("fields");
            new TreeMap<>(audit.get()).forEach((name, value) -> fields.add(name).add(value));
        }
        return json.toString();
    }

    private static ObjectNode limit(Limit limit) {
        ObjectNode json =
                node().put("max", limit.max()).put("window", limit.window().isPresent());
        return limit.window().isPresent() ? json.put("slot", limit.slotMillis()) : json;
    }

    static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
