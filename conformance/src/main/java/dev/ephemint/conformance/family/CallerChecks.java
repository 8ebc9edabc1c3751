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
import dev.ephemint.conformance.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Requests of callers that may not mint. Each check mints with the profile's credential first, so that a rejection shows something. */
public final class CallerChecks {
    /** Of the form of Ephemint's keys; for any other gateway some unknown text. */
    private static final String UNKNOWN = "epk_0123456789ab_" + "0".repeat(48);

    private CallerChecks() {}

    /** What is asked after a mint with the profile's credential, and compared. */
    @FunctionalInterface
    private interface Attempt {
        Findings findings(Target target, Shape shape, Message minted);
    }

    public static List<Check> all() {
        List<Check> checks = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            checks.add(check("no-key", "REQ-CALLER-01", shape, CallerChecks::withoutKey));
            checks.add(check("unknown-key", "REQ-CALLER-02", shape, CallerChecks::withUnknownKey));
            checks.add(check("minted-token", "REQ-CALLER-03", shape, CallerChecks::withMintedToken));
            checks.add(check("refused-model", "REQ-CALLER-04", shape, CallerChecks::beyondPolicy)
                    .onlyIf(Applicability.unless("the profile names no refused model", profile -> profile.models()
                            .containsKey(Profile.REFUSED))));
        }
        return List.copyOf(checks);
    }

    private static CheckCase check(String name, String requirement, Shape shape, Attempt attempt) {
        return CheckCase.of("caller/" + name + "/" + shape.word(), requirement, Position.FRONT, target -> {
                    Message minted = ConnectChecks.mint(target, shape);
                    if (minted.status() != 200) {
                        return new Outcome.NotProven(
                                "with the profile's credential the mint returned " + Findings.brief(minted));
                    }
                    return attempt.findings(target, shape, minted).outcome();
                })
                .onlyIf(Applicability.serves(shape.operation()))
                .onlyIf(Applicability.sessionType("transcription"))
                .onlyIf(Applicability.has(Feature.CHECKS_CALLERS));
    }

    private static Findings withoutKey(Target target, Shape shape, Message minted) {
        return unauthorized(target, target.callBare(request(target, shape, sample(target, shape))));
    }

    private static Findings withUnknownKey(Target target, Shape shape, Message minted) {
        return unauthorized(target, withBearer(target, shape, UNKNOWN));
    }

    private static Findings withMintedToken(Target target, Shape shape, Message minted) {
        JsonNode response = Findings.json(minted);
        JsonNode token = response.path("value").isTextual()
                ? response.path("value")
                : response.path("client_secret").path("value");
        if (!token.isTextual()) {
            return new Findings().that(false, "the minted response has no token");
        }
        return unauthorized(target, withBearer(target, shape, token.textValue()));
    }

    private static Findings beyondPolicy(Target target, Shape shape, Message minted) {
        Upstreams.mint(target);
        ObjectNode sample = shape.sample(
                "transcription", String.valueOf(target.profile().models().get(Profile.REFUSED)));
        Message response = target.mint(shape.operation(), ExactJson.write(sample));
        Findings findings = new Findings().same("status", 403, response.status());
        target.vendor()
                .ifPresent(vendor -> findings.same(
                        "requests that arrived at the vendor",
                        0,
                        Upstreams.arrived(target).size()));
        return envelope(findings, target, response);
    }

    private static Message withBearer(Target target, Shape shape, String token) {
        return target.callBare(request(target, shape, sample(target, shape)).with("authorization", "Bearer " + token));
    }

    private static String sample(Target target, Shape shape) {
        return ExactJson.write(shape.sample(target.profile(), "transcription"));
    }

    private static Message request(Target target, Shape shape, String body) {
        String path = String.valueOf(target.profile().endpoints().get(shape.operation()));
        return Message.request("POST", path, body).with("content-type", "application/json");
    }

    private static Findings unauthorized(Target target, Message response) {
        String challenge = response.header("www-authenticate").orElse("(absent)");
        Findings findings = new Findings()
                .same("status", 401, response.status())
                .that(
                        challenge.toLowerCase(Locale.ROOT).startsWith("bearer"),
                        "www-authenticate: expected Bearer, was " + challenge);
        return envelope(findings, target, response);
    }

    private static Findings envelope(Findings findings, Target target, Message response) {
        return Envelope.compare(findings, target.profile(), response);
    }
}
