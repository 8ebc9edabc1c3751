package dev.ephemint.conformance.family;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.check.Applicability;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.CheckCase;
import dev.ephemint.conformance.check.Findings;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.check.Position;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.profile.Feature;
import dev.ephemint.conformance.profile.PlantedKey;
import dev.ephemint.conformance.profile.Profile;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Plain mints of each shape and session type: what every response must be. */
public final class MintChecks {
    private static final int LONGEST_SECONDS = 7200;
    private static final int CLOCK_SKEW_SECONDS = 60;

    private final Clock clock;

    private MintChecks(Clock clock) {
        this.clock = clock;
    }

    /** A fact of a minted response. */
    private interface Fact {
        void compare(Findings findings, Message response, JsonNode body);
    }

    public static List<Check> all(Clock clock) {
        MintChecks family = new MintChecks(clock);
        List<Check> checks = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            for (String type : shape.sessionTypes()) {
                checks.addAll(family.of(shape, type));
            }
        }
        return List.copyOf(checks);
    }

    private List<Check> of(Shape shape, String type) {
        return List.of(
                status(shape, type),
                fact(shape, type, "token", "REQ-MINT-03", (findings, response, body) -> token(findings, secret(body))),
                fact(
                        shape,
                        type,
                        "session",
                        "REQ-MINT-04",
                        (findings, response, body) -> session(findings, shape, type, body)),
                fact(shape, type, "content-type", "REQ-MINT-05", MintChecks::contentType),
                fact(shape, type, "no-store", "REQ-MINT-06", MintChecks::noStore),
                fact(
                        shape,
                        type,
                        "expiry",
                        "REQ-LIFE-01",
                        (findings, response, body) -> expiry(findings, secret(body))),
                fact(
                        shape,
                        type,
                        "longest",
                        "REQ-LIFE-02",
                        (findings, response, body) -> longest(findings, secret(body))),
                schema(shape, type));
    }

    private static CheckCase status(Shape shape, String type) {
        return check(shape, type, "status", "REQ-MINT-01", target -> {
            Message response = mint(target, shape, type);
            return new Findings()
                    .that(response.status() == 200, "status: expected 200, was " + Findings.brief(response))
                    .outcome();
        });
    }

    private static CheckCase schema(Shape shape, String type) {
        return check(shape, type, "schema", "REQ-MINT-02", target -> {
            Message response = mint(target, shape, type);
            return minted(response, (findings, message, body) -> {
                DialectContract contract = contract(target.profile(), shape.operation());
                JsonNode schema = contract.responseSchema(shape.operation(), 200);
                List<String> violations = contract.schemas().violations(schema, body).stream()
                        .map(violation -> violation.place() + ": " + violation.message())
                        .toList();
                findings.all(1, violations);
            });
        });
    }

    /** The contract that a target's callers see; a dialect that lacks the operation has no say in it. */
    private static DialectContract contract(Profile profile, MintOperation operation) {
        DialectContract dialect = contract(profile);
        return dialect.operations().contains(operation) ? dialect : DialectContract.base();
    }

    /** The contract that a target's callers see. */
    static DialectContract contract(Profile profile) {
        return profile.has(Feature.TRANSLATES) ? DialectContract.base() : DialectContract.of(profile.dialect());
    }

    private static CheckCase fact(Shape shape, String type, String name, String requirement, Fact fact) {
        return check(shape, type, name, requirement, target -> minted(mint(target, shape, type), fact));
    }

    private static CheckCase check(
            Shape shape, String type, String name, String requirement, Function<Target, Outcome> body) {
        return CheckCase.of("mint/" + shape.word() + "/" + type + "/" + name, requirement, Position.FRONT, body)
                .onlyIf(Applicability.serves(shape.operation()))
                .onlyIf(Applicability.sessionType(type));
    }

    private static Message mint(Target target, Shape shape, String type) {
        Upstreams.mint(target);
        MintOperation operation = shape.operation();
        return target.mint(operation, ExactJson.write(shape.sample(target.profile(), type)));
    }

    private static Outcome minted(Message response, Fact fact) {
        if (response.status() != 200) {
            return new Outcome.NotProven("the mint returned " + Findings.brief(response));
        }
        Findings findings = new Findings();
        fact.compare(findings, response, Findings.json(response));
        return findings.outcome();
    }

    private static JsonNode secret(JsonNode body) {
        return body.has("client_secret") ? body.get("client_secret") : body;
    }

    private static void token(Findings findings, JsonNode secret) {
        String value = secret.path("value").asText("");
        findings.that(secret.path("value").isTextual() && !value.isBlank(), "no token in the response")
                .that(value.chars().noneMatch(Character::isWhitespace), "the token contains white space")
                .that(!PlantedKey.isIn(value), "the token is the vendor's key");
    }

    private static void session(Findings findings, Shape shape, String type, JsonNode body) {
        if (shape.isFlat()) {
            findings.that(body.path("client_secret").isObject(), "/client_secret: expected an object")
                    .that(!body.has("value"), "/value: not a member of the flat shape");
        } else {
            findings.same("/session/type", type, body.at("/session/type").asText("(absent)"))
                    .that(!body.has("client_secret"), "/client_secret: not a member of the nested shape");
        }
    }

    private static void contentType(Findings findings, Message response, JsonNode body) {
        String type = response.header("content-type").orElse("(absent)").toLowerCase(Locale.ROOT);
        findings.that(
                type.matches("application/json\\s*(;.*)?"), "content-type: expected application/json, was " + type);
    }

    private static void noStore(Findings findings, Message response, JsonNode body) {
        String control = response.header("cache-control").orElse("(absent)");
        findings.that(control.contains("no-store"), "cache-control: expected no-store, was " + control);
    }

    private void expiry(Findings findings, JsonNode secret) {
        JsonNode expires = secret.path("expires_at");
        findings.that(expires.isIntegralNumber(), "expires_at: expected an integer, was " + expires)
                .that(
                        expires.asLong() > clock.instant().getEpochSecond(),
                        "expires_at: expected a time to come, was " + expires);
    }

    private void longest(Findings findings, JsonNode secret) {
        long seconds = secret.path("expires_at").asLong() - clock.instant().getEpochSecond();
        findings.that(
                seconds <= LONGEST_SECONDS + CLOCK_SKEW_SECONDS,
                "expires_at: expected at most " + LONGEST_SECONDS + " seconds from now, was " + seconds);
    }
}
