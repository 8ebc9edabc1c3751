package dev.ephemint.conformance.family;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.canary.Canaries;
import dev.ephemint.conformance.canary.Canary;
import dev.ephemint.conformance.canary.Constraint;
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
import dev.ephemint.conformance.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bodies that break one constraint of the contract: a gateway that validates rejects each before its vendor sees it. */
public final class CanaryChecks {
    private CanaryChecks() {}

    public static List<Check> all() {
        List<Check> checks = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            constraints(shape).forEach(constraint -> checks.add(check(shape, constraint)));
            checks.add(namesMember(shape));
        }
        return List.copyOf(checks);
    }

    /** Those that any contract has for the shape. */
    private static Set<Constraint> constraints(Shape shape) {
        return Stream.concat(
                        Stream.of(DialectContract.base()),
                        Arrays.stream(TargetDialect.values()).map(DialectContract::of))
                .filter(contract -> contract.operations().contains(shape.operation()))
                .flatMap(contract -> canaries(contract, shape).stream())
                .map(Canary::constraint)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Constraint.class)));
    }

    private static Check check(Shape shape, Constraint constraint) {
        return validating(
                        CheckCase.of(
                                "canary/" + shape.word() + "/"
                                        + constraint
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-'),
                                "REQ-ERR-07",
                                Position.FRONT,
                                target -> outcome(target, shape, canaries(target.profile(), shape, constraint))),
                        shape)
                .onlyIf(Applicability.unless(
                        "the contract has no such constraint for the shape",
                        profile -> !canaries(profile, shape, constraint).isEmpty()));
    }

    private static CheckCase validating(CheckCase check, Shape shape) {
        return check.onlyIf(Applicability.serves(shape.operation()))
                .onlyIf(Applicability.has(Feature.VALIDATES))
                .onlyIf(Applicability.unless(
                        "the contract of the dialect has no such operation",
                        profile -> MintChecks.contract(profile).operations().contains(shape.operation())));
    }

    private static List<Canary> canaries(Profile profile, Shape shape, Constraint constraint) {
        return canaries(profile, shape).stream()
                .filter(canary -> canary.constraint() == constraint)
                .toList();
    }

    private static List<Canary> canaries(Profile profile, Shape shape) {
        return canaries(MintChecks.contract(profile), shape);
    }

    private static List<Canary> canaries(DialectContract contract, Shape shape) {
        return Canaries.of(contract.tree(), contract.requestSchema(shape.operation()));
    }

    /**
     * A canary counts if its intact body is accepted, or rejected with another error than the broken one. Otherwise the
     * target may have rejected both for the same reason, such as a member that its vendor does not have.
     */
    private static Outcome outcome(Target target, Shape shape, List<Canary> canaries) {
        Map<JsonNode, Message> intact = new HashMap<>();
        List<String> differences = new ArrayList<>();
        int sound = 0;
        for (Canary canary : canaries) {
            Message accepted = intact.computeIfAbsent(canary.intact(), body -> mint(target, shape, body));
            Message response = mint(target, shape, canary.broken());
            if (accepted.status() / 100 == 2 || !error(accepted).equals(error(response))) {
                sound++;
                differences.addAll(differences(target, canary, response));
            }
        }
        return sound == 0
                ? new Outcome.NotProven("the target also rejects each body without the violation")
                : Outcome.of(sound, differences);
    }

    private static Message mint(Target target, Shape shape, JsonNode body) {
        Upstreams.mint(target);
        return target.mint(shape.operation(), ExactJson.write(body));
    }

    private static JsonNode error(Message response) {
        return Findings.json(response).path("error");
    }

    private static List<String> differences(Target target, Canary canary, Message response) {
        List<String> differences = new ArrayList<>();
        if (response.status() / 100 != 4) {
            differences.add(canary.id() + ": expected 4xx, was " + response.status() + " for " + canary.broken());
        }
        if (!Upstreams.arrived(target).isEmpty()) {
            differences.add(canary.id() + ": reached the vendor");
        }
        return differences;
    }

    private static Check namesMember(Shape shape) {
        return validating(
                        CheckCase.of(
                                "canary/" + shape.word() + "/names-the-member",
                                "REQ-ERR-08",
                                Position.FRONT,
                                target -> {
                                    Upstreams.mint(target);
                                    Findings findings = new Findings();
                                    for (Canary canary : canaries(target.profile(), shape)) {
                                        Message response =
                                                target.mint(shape.operation(), ExactJson.write(canary.broken()));
                                        String param = Findings.json(response)
                                                .at("/error/param")
                                                .asText("");
                                        findings.same(canary.id() + ": /error/param", canary.place(), param);
                                    }
                                    return findings.outcome();
                                }),
                        shape)
                .onlyIf(Applicability.has(Feature.EPHEMINT_ERRORS));
    }
}
