package dev.ephemint.conformance.family;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.check.Applicability;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.CheckCase;
import dev.ephemint.conformance.check.Findings;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.check.Position;
import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Single members with a value that is often lost: null, zero, empty, unknown, big or exact. */
public final class MemberChecks {
    /** No vendor lists it, so no rule for a model applies. */
    private static final String MODEL = "gpt-next-transcribe";

    private static final int LIFETIME_SECONDS = 600;

    private final Clock clock;

    private MemberChecks(Clock clock) {
        this.clock = clock;
    }

    /** @param nested where the value is set in the nested shape; empty if it does not have the member */
    record MemberCase(
            String name,
            String request,
            String response,
            JsonNode value,
            Optional<String> nested,
            Optional<String> flat) {
        Optional<String> pointer(Shape shape) {
            return shape.isFlat() ? flat : nested;
        }
    }

    /** @param cases as in {@code kit/cases/members.yaml} */
    public static List<Check> all(JsonNode cases, Clock clock) {
        MemberChecks family = new MemberChecks(clock);
        List<Check> checks = new ArrayList<>();
        for (JsonNode node : cases) {
            MemberCase member = memberCase(node);
            for (Shape shape : Shape.values()) {
                member.pointer(shape).ifPresent(pointer -> {
                    checks.add(family.request(member, shape, pointer));
                    checks.add(family.response(member, shape, pointer));
                });
            }
        }
        return List.copyOf(checks);
    }

    private static MemberCase memberCase(JsonNode node) {
        return new MemberCase(
                node.path("name").textValue(),
                node.path("request").textValue(),
                node.path("response").textValue(),
                ExactJson.parse(node.path("value").textValue()),
                Optional.ofNullable(node.path("nested").textValue()),
                Optional.ofNullable(node.path("flat").textValue()));
    }

    private Check request(MemberCase member, Shape shape, String pointer) {
        return check(member, shape, "request", member.request(), target -> {
            Upstreams.mint(target);
            ObjectNode request = set(shape.sample("transcription", MODEL), pointer, member.value());
            Message response = target.mint(shape.operation(), ExactJson.write(request));
            Findings findings = new Findings();
            if (Upstreams.arrived(target).isEmpty()) {
                findings.that(false, "not sent to the vendor; the response is " + Findings.brief(response));
                return findings.outcome();
            }
            return Upstreams.compare(findings, target, request).outcome();
        });
    }

    private Check response(MemberCase member, Shape shape, String pointer) {
        return check(member, shape, "response", member.response(), target -> {
            ObjectNode minted = set(minted(shape), pointer, member.value());
            Upstreams.script(
                    target,
                    VendorReaction.response(
                            Message.response(200, ExactJson.write(minted)).with("content-type", "application/json")));
            ObjectNode request = shape.sample("transcription", MODEL);
            return TapeChecks.returned(target.mint(shape.operation(), ExactJson.write(request)), minted, target);
        });
    }

    private ObjectNode minted(Shape shape) {
        ObjectNode minted = shape.sample("transcription", MODEL);
        ObjectNode secret = shape.isFlat() ? minted.putObject("client_secret") : minted;
        secret.put("value", "ek_tape_kit_member")
                .put("expires_at", clock.instant().getEpochSecond() + LIFETIME_SECONDS);
        (shape.isFlat() ? minted : minted.withObject("/session"))
                .put("id", "sess_kit")
                .put("object", "realtime.transcription_session");
        return minted;
    }

    private static CheckCase check(
            MemberCase member, Shape shape, String side, String requirement, Function<Target, Outcome> body) {
        return CheckCase.of(
                        "member/" + member.name() + "/" + shape.word() + "/" + side,
                        requirement,
                        Position.BOTH_SIDES,
                        body)
                .onlyIf(Applicability.serves(shape.operation()))
                .onlyIf(Applicability.sessionType("transcription"))
                .onlyIf(Applicability.unless(
                        "the vendor's shape is not " + shape.word(),
                        profile -> profile.dialect().operation() == shape.operation()));
    }

    private static ObjectNode set(ObjectNode tree, String pointer, JsonNode value) {
        JsonPointer place = JsonPointer.compile(pointer);
        String head = place.head().toString();
        ObjectNode parent = head.isEmpty() ? tree : tree.withObject(head);
        parent.set(place.last().getMatchingProperty(), value);
        return tree;
    }
}
