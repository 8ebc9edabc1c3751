package dev.ephemint.conformance.family;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.ephemint.conformance.requirement.Evidence;
import dev.ephemint.conformance.shape.ShapeMapping;
import dev.ephemint.conformance.tape.Replay;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Recorded mints, replayed in the vendor's shape and in the other one: nothing is lost on the way there and back. */
public final class TapeChecks {
    private static final int LIFETIME_SECONDS = 600;

    private final Clock clock;

    private TapeChecks(Clock clock) {
        this.clock = clock;
    }

    /** @param tapes those without a minted token, a request or a response are ignored */
    public static List<Check> all(List<Tape> tapes, Clock clock) {
        TapeChecks family = new TapeChecks(clock);
        List<Check> checks = new ArrayList<>();
        tapes.stream().filter(TapeChecks::isWhole).forEach(tape -> {
            checks.addAll(family.of(tape, Shape.of(tape.operation())));
            if (tape.operation().isFlat() || sessionType(tape).equals("transcription")) {
                checks.addAll(family.of(tape, tape.operation().isFlat() ? Shape.NESTED : Shape.FLAT));
            }
        });
        return List.copyOf(checks);
    }

    private static boolean isWhole(Tape tape) {
        return tape.response().minted()
                && tape.request().body().isPresent()
                && tape.response()
                        .body()
                        .filter(body -> !secret(body).path("value").asText("").isEmpty())
                        .isPresent();
    }

    private static JsonNode secret(JsonNode body) {
        return body.has("client_secret") ? body.get("client_secret") : body;
    }

    private static String sessionType(Tape tape) {
        return tape.operation().isFlat()
                ? "transcription"
                : tape.request().body().orElseThrow().at("/session/type").asText();
    }

    private List<Check> of(Tape tape, Shape shape) {
        boolean own = shape.operation() == tape.operation();
        return List.of(
                check(tape, shape, "request", own ? "REQ-SHAPE-01" : "REQ-SHAPE-03", target -> {
                    replay(target, tape, shape, recorded(tape));
                    JsonNode expected = tape.request().body().orElseThrow();
                    return Upstreams.compare(new Findings(), target, expected).outcome();
                }),
                check(tape, shape, "response", own ? "REQ-SHAPE-02" : "REQ-SHAPE-04", target -> {
                    JsonNode recorded = recorded(tape);
                    Message response = replay(target, tape, shape, recorded);
                    return returned(response, own ? recorded : translated(tape, recorded), target);
                }));
    }

    private static CheckCase check(
            Tape tape, Shape shape, String side, String requirement, Function<Target, Outcome> body) {
        CheckCase check = CheckCase.of(
                        "tape/" + tape.name() + "/" + shape.word() + "/" + side, requirement, Position.BOTH_SIDES, body)
                .from(evidence(tape))
                .onlyIf(Applicability.dialect(tape.dialect()))
                .onlyIf(Applicability.serves(shape.operation()))
                .onlyIf(Applicability.sessionType(sessionType(tape)));
        return shape.operation() == tape.operation() ? check : check.onlyIf(Applicability.has(Feature.TRANSLATES));
    }

    static Evidence evidence(Tape tape) {
        return new Evidence(
                tape.name(),
                tape.provenance().captured().orElse("undated"),
                Evidence.Grade.valueOf(tape.provenance().evidence().name()));
    }

    private JsonNode recorded(Tape tape) {
        return Replay.withExpiry(tape, clock.instant().getEpochSecond() + LIFETIME_SECONDS);
    }

    private static Message replay(Target target, Tape tape, Shape shape, JsonNode response) {
        Upstreams.script(target, VendorReaction.response(Replay.response(tape, ExactJson.write(response))));
        JsonNode request = tape.request().body().orElseThrow();
        return target.mint(shape.operation(), ExactJson.write(inShape(tape, shape, request)));
    }

    private static JsonNode inShape(Tape tape, Shape shape, JsonNode request) {
        if (shape.operation() == tape.operation()) {
            return request;
        }
        return shape.isFlat()
                ? ShapeMapping.flattenRequest(request).tree()
                : ShapeMapping.nestRequest(request).tree();
    }

    private static JsonNode translated(Tape tape, JsonNode response) {
        return tape.operation().isFlat() ? ShapeMapping.nestResponse(response) : ShapeMapping.flattenResponse(response);
    }

    /** The response must be this tree, apart from declared differences. */
    static Outcome returned(Message response, JsonNode expected, Target target) {
        Findings findings = new Findings();
        findings.that(response.status() == 200, "status: expected 200, was " + Findings.brief(response));
        JsonNode actual = target.profile().withoutDeclared(Findings.json(response), expected);
        return findings.tree("response", expected, actual).outcome();
    }
}
