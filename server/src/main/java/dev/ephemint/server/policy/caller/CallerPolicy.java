package dev.ephemint.server.policy.caller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.policy.Policy;
import dev.ephemint.server.policy.caller.PolicyRules.Allowances;
import java.util.function.Supplier;

/** Refuses what the caller's policy does not allow at any upstream, and sets and caps what it says. */
public record CallerPolicy(Supplier<CallerPolicies> policies) implements Policy {

    /** The warning that a flat request named no model, so that the service's own was filled in. */
    private static final String DEFAULT_MODEL = "default_model";

    private static final String TRANSCRIPTION_MODEL = "session.audio.input.transcription.model";

    @Override
    public Mint around(Mint next) {
        return request -> next.mint(policies.get()
                .of(request.context().caller())
                .map(rules -> bound(rules, request))
                .orElse(request));
    }

    /**
     * Checks a request that mints nothing.
     *
     * @throws dev.ephemint.server.mint.MintFailedException if the caller may not send it
     */
    public void check(MintContext context) {
        policies.get().of(context.caller()).ifPresent(rules -> check(rules, context));
    }

    private static void check(PolicyRules rules, MintContext context) {
        checkEndpoint(rules, context);
        checkOrigin(rules, context);
    }

    private static MintRequest bound(PolicyRules rules, MintRequest request) {
        check(rules, request.context());
        checkSessionType(rules, request);
        return rules.bound(withPolicysModel(rules, request));
    }

    private static void checkEndpoint(PolicyRules rules, MintContext context) {
        if (!Allowances.allows(rules.allows().endpoints(), context.operation())) {
            throw rules.refusals()
                    .permission(
                            "",
                            "endpoint_not_allowed",
                            "does not allow POST " + context.operation().path() + ".");
        }
    }

    /** A caller that is no browser sends no origin, and is refused as well. */
    private static void checkOrigin(PolicyRules rules, MintContext context) {
        if (!Allowances.allows(rules.allows().origins(), context.origin().orElse(""))) {
            throw rules.refusals()
                    .permission("Origin", "origin_not_allowed", "does not allow requests from this origin.");
        }
    }

    private static void checkSessionType(PolicyRules rules, MintRequest request) {
        request.sessionType()
                .filter(type -> !rules.allows().sessionTypes().allow(type))
                .ifPresent(type -> {
                    throw rules.refusals()
                            .permission(
                                    "session.type",
                                    "session_type_not_allowed",
                                    "allows only sessions of type "
                                            + rules.allows().sessionTypes().words() + ".");
                });
    }

    /** The service's default model is not the caller's choice: the policy's own value comes first. */
    private static MintRequest withPolicysModel(PolicyRules rules, MintRequest request) {
        if (request.warnings().stream().noneMatch(CallerPolicy::isDefaultModel)) {
            return request;
        }
        return rules.rules().stream()
                .filter(rule -> rule.path().text().equals(TRANSCRIPTION_MODEL))
                .flatMap(rule -> rule.ownValue().stream())
                .findFirst()
                .map(model -> {
                    ObjectNode body = request.copyOfBody();
                    body.withObject("/session/audio/input/transcription").set("model", model);
                    return new MintRequest(
                                    body,
                                    request.context(),
                                    request.safetyIdentifier(),
                                    request.warnings().stream()
                                            .filter(warning -> !isDefaultModel(warning))
                                            .toList())
                            .withWarning(new MintWarning(
                                    DEFAULT_MODEL,
                                    "The request named no model; " + Words.value(model) + " was used.",
                                    TRANSCRIPTION_MODEL));
                })
                .orElse(request);
    }

    private static boolean isDefaultModel(MintWarning warning) {
        return warning.code().equals(DEFAULT_MODEL);
    }
}
