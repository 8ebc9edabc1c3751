package dev.ephemint.conformance.diff.consequence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.diff.change.Change;
import dev.ephemint.conformance.diff.change.ChangeClass;
import dev.ephemint.conformance.diff.change.Usage;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** An official SDK, by the members that its types have. */
final class SdkConsumer implements Consumer {
    private final String consumer;
    private final JsonNode sdk;
    private final JsonNode members;

    /**
     * @param sdk its entry in {@code sdk-surfaces.yaml}
     * @param members the members by operation and side
     */
    SdkConsumer(JsonNode sdk, JsonNode members) {
        consumer = "sdk " + sdk.path("id").asText() + " " + sdk.path("version").asText();
        this.sdk = sdk;
        this.members = members;
    }

    @Override
    public Consequence of(Change change) {
        if (change.worst() != ChangeClass.BREAKING) {
            return Consequence.passes(
                    consumer, "its types come from the vendor's document, and the wire stays compatible");
        }
        if (change.kind().startsWith("default.")) {
            return Consequence.passes(consumer, "its types have no defaults; see callers");
        }
        Set<String> known = new HashSet<>();
        boolean calls = false;
        boolean unknown = false;
        for (Usage usage : change.usages()) {
            if (change.classOf(usage.side()) != ChangeClass.BREAKING
                    || !lists(sdk.path("operations"), usage.operation())) {
                continue;
            }
            calls = true;
            if (isTyped(usage)) {
                known.add(usage.member().isEmpty() ? usage.part() : usage.member());
            }
            unknown |= !isTyped(usage) && !isUntyped(usage);
        }
        if (!calls) {
            return Consequence.passes(consumer, "it has no call that the change breaks");
        }
        if (!known.isEmpty()) {
            return Consequence.breaks(consumer, "its types have " + String.join(", ", new TreeSet<>(known)));
        }
        return unknown
                ? Consequence.unknown(consumer, "no measurement says whether its types have this place")
                : Consequence.passes(
                        consumer,
                        "its types do not have it; " + sdk.path("reads").asText());
    }

    private boolean isTyped(Usage usage) {
        if (isUntyped(usage)) {
            return false;
        }
        boolean body = usage.part().equals("body") || usage.part().equals("200");
        return usage.part().equals("operation")
                || (body
                        && (usage.member().isEmpty()
                                || lists(at(members, usage), usage.member())
                                || lists(at(sdk.path("typed"), usage), usage.member())));
    }

    private boolean isUntyped(Usage usage) {
        for (JsonNode member : at(sdk.path("untyped"), usage)) {
            if (usage.member().equals(member.asText()) || usage.member().startsWith(member.asText() + ".")) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode at(JsonNode surface, Usage usage) {
        return surface.path(usage.operation()).path(usage.side().id());
    }

    private static boolean lists(JsonNode names, String name) {
        for (JsonNode listed : names) {
            if (listed.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
