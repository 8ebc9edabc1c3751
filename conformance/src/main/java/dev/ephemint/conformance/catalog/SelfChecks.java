package dev.ephemint.conformance.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.check.SelfCheck;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.profile.PlantedKey;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import java.util.List;
import java.util.function.UnaryOperator;

/** Faults that the kit plants in a gateway of its own: each must be noticed, and without it the same check must pass. */
public final class SelfChecks {
    private final List<Check> checks = Checks.all();

    private SelfChecks() {}

    public static List<SelfCheck> all() {
        SelfChecks kit = new SelfChecks();
        return List.of(
                kit.response(
                        "invalid response", "mint/nested/transcription/schema", tree -> remove(tree, "", "session")),
                kit.response("no token", "mint/nested/transcription/token", tree -> remove(tree, "", "value")),
                kit.response(
                        "expired token", "mint/nested/transcription/expiry", tree -> put(tree, "", "expires_at", "1")),
                kit.request(
                        "dropped null",
                        "member/turn-detection-null/nested/request",
                        tree -> remove(tree, "/session/audio/input", "turn_detection")),
                kit.response(
                        "dropped null of a response",
                        "member/turn-detection-null/nested/response",
                        tree -> remove(tree, "/session/audio/input", "turn_detection")),
                kit.request(
                        "rounded number",
                        "member/big-integer/nested/request",
                        tree -> put(tree, "/session", "kit_unknown", "9007199254740992")),
                kit.response(
                        "rounded number of a response",
                        "member/decimal/nested/response",
                        tree -> put(tree, "/session", "kit_unknown", "0.12345678901234568")),
                kit.request(
                        "swallowed member",
                        "member/unknown-tree/nested/request",
                        tree -> remove(tree, "/session/audio", "kit_unknown")),
                kit.request(
                        "added member",
                        "upstream/nested/transcription/tree",
                        tree -> put(tree, "/session", "include", "[]")),
                kit.request(
                        "closed list of models",
                        "member/unknown-model/nested/request",
                        tree -> put(tree, "/session/audio/input/transcription", "model", "\"gpt-4o-transcribe\"")),
                kit.fault(
                        "changed status",
                        "refusal/openai/refused-turn-detection/passed-on",
                        response -> Message.response(500, response.body())),
                kit.fault(
                        "secret in an error",
                        "secret/echo-escaped/nested",
                        response -> Message.response(response.status(), "{\"error\":\"" + PlantedKey.VALUE + "\"}")),
                kit.fault("redirect passed on", "fault/location/nested", response -> Message.response(502, "")
                        .with("location", "http://127.0.0.1/")),
                kit.blind("accepted violation", "canary/nested/type"));
    }

    private SelfCheck request(String name, String check, UnaryOperator<JsonNode> fault) {
        return new SelfCheck(name, () -> notices(check, target -> target.withRequestFault(fault)));
    }

    private SelfCheck response(String name, String check, UnaryOperator<JsonNode> fault) {
        return fault(
                name,
                check,
                response -> new Message(
                        response.start(),
                        response.headers(),
                        ExactJson.write(fault.apply(ExactJson.parse(response.body())))));
    }

    private SelfCheck fault(String name, String check, UnaryOperator<Message> fault) {
        return new SelfCheck(name, () -> notices(check, target -> target.withResponseFault(fault)));
    }

    /** The kit's gateway validates nothing: no fault is needed. */
    private SelfCheck blind(String name, String check) {
        return new SelfCheck(name, () -> {
            try (ScriptedVendor vendor = ScriptedVendor.start()) {
                return find(check).run(LoopTarget.correct(vendor)) instanceof Outcome.Failed;
            }
        });
    }

    private boolean notices(String check, UnaryOperator<LoopTarget> fault) {
        try (ScriptedVendor vendor = ScriptedVendor.start()) {
            LoopTarget correct = LoopTarget.correct(vendor);
            boolean passes = check.startsWith("fault/") || find(check).run(correct) instanceof Outcome.Passed;
            return passes && find(check).run(fault.apply(correct)) instanceof Outcome.Failed;
        }
    }

    private Check find(String id) {
        return checks.stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no check " + id));
    }

    private static JsonNode remove(JsonNode tree, String parent, String member) {
        if (tree.at(parent) instanceof ObjectNode object) {
            object.remove(member);
        }
        return tree;
    }

    private static JsonNode put(JsonNode tree, String parent, String member, String value) {
        if (tree.at(parent) instanceof ObjectNode object) {
            object.set(member, ExactJson.parse(value));
        }
        return tree;
    }
}
