package dev.ephemint.conformance.family;

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
import dev.ephemint.conformance.profile.Feature;
import dev.ephemint.conformance.tape.Replay;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Recorded refusals: their status, code, parameter and message arrive, as recorded or in Ephemint's words. */
public final class RefusalChecks {
    private static final List<String> MEMBERS = List.of("message", "type", "param", "code");

    private RefusalChecks() {}

    /** @param cases as in {@code kit/cases/refusals.yaml} */
    public static List<Check> all(List<Tape> tapes, JsonNode cases) {
        Map<String, Tape> byName = tapes.stream().collect(Collectors.toMap(Tape::name, Function.identity()));
        List<Check> checks = new ArrayList<>();
        for (JsonNode node : cases) {
            Tape tape = byName.get(node.path("tape").textValue());
            if (tape == null) {
                throw new IllegalArgumentException("refusals: no tape " + node.path("tape"));
            }
            checks.add(mapped(tape, node));
        }
        tapes.stream().filter(tape -> !tape.response().minted()).forEach(tape -> checks.add(passed(tape)));
        return List.copyOf(checks);
    }

    /** For a gateway that passes errors on. */
    private static Check passed(Tape tape) {
        boolean refused = tape.response().status() < 500;
        return CheckCase.of(
                        "refusal/" + tape.name() + "/passed-on",
                        refused ? "REQ-ERR-09" : "REQ-ERR-10",
                        Position.BOTH_SIDES,
                        target -> passedOn(target, tape, replay(target, tape, Shape.of(tape.operation()), false)))
                .from(TapeChecks.evidence(tape))
                .onlyIf(Applicability.dialect(tape.dialect()))
                .onlyIf(Applicability.hasNot(Feature.EPHEMINT_ERRORS))
                .onlyIf(Applicability.serves(tape.operation()));
    }

    private static Outcome passedOn(Target target, Tape tape, Message response) {
        if (Upstreams.arrived(target).isEmpty()) {
            return new Outcome.NotProven("nothing arrived at the vendor; the response is " + Findings.brief(response));
        }
        Findings findings = new Findings();
        int recorded = tape.response().status();
        if (recorded >= 500) {
            findings.that(response.status() >= 500, "status: expected 5xx, was " + Findings.brief(response));
        } else {
            findings.same("status", recorded, response.status());
            JsonNode error = Findings.json(response).path("error");
            tape.response().body().ifPresent(body -> body.path("error")
                    .properties()
                    .forEach(member -> findings.same(
                            "/error/" + member.getKey(), member.getValue(), error.path(member.getKey()))));
        }
        return findings.outcome();
    }

    /** For a gateway with Ephemint's errors. */
    private static Check mapped(Tape tape, JsonNode expected) {
        Shape shape = expected.path("shape").textValue().equals("flat") ? Shape.FLAT : Shape.NESTED;
        boolean taped = expected.path("request").textValue().equals("tape");
        return CheckCase.of(
                        "refusal/" + tape.name() + "/" + shape.word(), "REQ-ERR-11", Position.BOTH_SIDES, target -> {
                            Message response = replay(target, tape, shape, taped);
                            Findings findings = new Findings();
                            findings.same("status", expected.path("status").intValue(), response.status());
                            JsonNode error = Findings.json(response).path("error");
                            MEMBERS.forEach(
                                    name -> findings.same("/error/" + name, expected.path(name), error.path(name)));
                            return findings.outcome();
                        })
                .from(TapeChecks.evidence(tape))
                .onlyIf(Applicability.dialect(tape.dialect()))
                .onlyIf(Applicability.has(Feature.EPHEMINT_ERRORS))
                .onlyIf(Applicability.serves(shape.operation()));
    }

    private static Message replay(Target target, Tape tape, Shape shape, boolean taped) {
        Upstreams.script(target, VendorReaction.response(Replay.response(tape)));
        ObjectNode sample = shape.sample(target.profile(), "transcription");
        JsonNode request = taped ? tape.request().body().orElse(sample) : sample;
        return target.mint(shape.operation(), ExactJson.write(request));
    }
}
