package dev.ephemint.conformance.family;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.check.Findings;
import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.profile.Upstream;
import dev.ephemint.conformance.vendor.MintingReaction;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.util.List;

/** The kit's vendor behind the target: its script, and what arrived there. */
final class Upstreams {
    private Upstreams() {}

    /** Scripts the vendor, if the kit plays it. */
    static void script(Target target, VendorReaction reaction) {
        target.vendor().ifPresent(vendor -> vendor.script(reaction));
    }

    /** Lets the vendor, if the kit plays it, mint each request. */
    static void mint(Target target) {
        script(target, MintingReaction.of(target.profile().dialect().operation().isFlat()));
    }

    static List<Message> arrived(Target target) {
        return target.vendor().map(ScriptedVendor::requests).orElse(List.of());
    }

    /** What the profile says of the vendor's side. */
    static Upstream declared(Target target) {
        return target.profile().upstream().orElseThrow(() -> new IllegalStateException("the profile has no upstream"));
    }

    /** Compares the one request that arrived with the expected tree; declared additions do not count. */
    static Findings compare(Findings findings, Target target, JsonNode expected) {
        List<Message> arrived = arrived(target);
        findings.same("requests that arrived at the vendor", 1, arrived.size());
        if (arrived.isEmpty()) {
            return findings;
        }
        JsonNode actual = Findings.json(arrived.get(0));
        return findings.tree("upstream", expected, withoutAdditions(expected, actual, target.profile()));
    }

    private static JsonNode withoutAdditions(JsonNode expected, JsonNode actual, Profile profile) {
        JsonNode less = actual.deepCopy();
        for (String addition : profile.upstream().orElseThrow().mayAdd()) {
            JsonPointer pointer = JsonPointer.compile(addition);
            if (expected.at(pointer).isMissingNode() && less.at(pointer.head()) instanceof ObjectNode parent) {
                parent.remove(pointer.last().getMatchingProperty());
            }
        }
        return less;
    }
}
