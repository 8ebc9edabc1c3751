package dev.ephemint.conformance.family;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.check.Applicability;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.CheckCase;
import dev.ephemint.conformance.check.Findings;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.check.Position;
import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.profile.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An idempotency key stands for one request and at most one token. */
public final class IdempotencyChecks {
    private IdempotencyChecks() {}

    /** What is asked after a mint with the key, and compared. */
    @FunctionalInterface
    private interface Attempt {
        Findings findings(NewCaller caller, Header key, Message minted);
    }

    public static List<Check> all() {
        List<Check> checks = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            checks.add(check("other-body", "REQ-IDEMPOTENCY-01", shape, IdempotencyChecks::otherBody));
            checks.add(check("repeat", "REQ-IDEMPOTENCY-02", shape, IdempotencyChecks::repeat));
        }
        return List.copyOf(checks);
    }

    private static Check check(String name, String requirement, Shape shape, Attempt attempt) {
        return CheckCase.of("idempotency/" + name + "/" + shape.word(), requirement, Position.FRONT, target -> {
                    Upstreams.mint(target);
                    NewCaller caller = NewCaller.of(target, shape);
                    Header key = new Header("idempotency-key", UUID.randomUUID().toString());
                    Message minted = caller.mint(key);
                    if (minted.status() != 200) {
                        return new Outcome.NotProven("the first mint returned " + Findings.brief(minted));
                    }
                    Findings findings = attempt.findings(caller, key, minted);
                    target.vendor()
                            .ifPresent(vendor -> findings.same(
                                    "requests that arrived at the vendor",
                                    1,
                                    vendor.requests().size()));
                    return findings.outcome();
                })
                .onlyIf(Applicability.serves(shape.operation()))
                .onlyIf(Applicability.sessionType("transcription"))
                .onlyIf(Applicability.has(Feature.IDEMPOTENCY_KEYS));
    }

    private static Findings otherBody(NewCaller caller, Header key, Message minted) {
        Message response = caller.mint("de", key);
        Findings findings = new Findings()
                .that(
                        response.status() == 409 || response.status() == 422,
                        "status: expected 409 or 422, was " + Findings.brief(response));
        return Envelope.compare(findings, caller.target().profile(), response);
    }

    private static Findings repeat(NewCaller caller, Header key, Message minted) {
        Message response = caller.mint(key);
        if (response.status() == 200) {
            return new Findings().same("the token of the repeat", token(minted), token(response));
        }
        Findings findings = new Findings().same("status", 409, response.status());
        return Envelope.compare(findings, caller.target().profile(), response);
    }

    private static JsonNode token(Message response) {
        JsonNode body = Findings.json(response);
        return body.has("value") ? body.path("value") : body.at("/client_secret/value");
    }
}
