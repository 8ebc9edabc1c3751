package dev.ephemint.server.policy.caller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.policy.Policy;
import dev.ephemint.server.policy.caller.PolicyRules.Allowances;
import java.util.List;
import java.util.function.Supplier;

/**
 * Refuses what the caller's policy does not allow at this upstream: its dialect, its models, its lifetime. Adds to the token
 * what it is bound to.
 *
 * @param policies as they are now
 * @param defaultSeconds the service's own lifetime if the request names none
 */
public record UpstreamPolicy(Supplier<CallerPolicies> policies, UpstreamFacts upstream, int defaultSeconds)
        implements Policy {

    /** Every member of the contract that names a model; a test compares them with the contract. */
    static final List<String> MODELS = List.of("session.model", "session.audio.input.transcription.model");

    @Override
    public Mint around(Mint next) {
        return request -> {
            MintRequest bound = bound(request);
            return constrained(bound, next.mint(bound));
        };
    }

    /**
     * The request as the caller's policy bounds it at this upstream.
     *
     * @throws dev.ephemint.server.mint.MintFailedException if the policy does not allow it there
     */
    public MintRequest bound(MintRequest request) {
        return policies.get()
                .of(request.context().caller())
                .map(rules -> bound(rules, request))
                .orElse(request);
    }

    /** The token with what it is bound to. */
    public MintedToken constrained(MintRequest bound, MintedToken token) {
        return policies.get()
                .of(bound.context().caller())
                .map(rules -> token.withConnection(
                        token.connection().withConstraints(new TokenConstraints(rules, upstream).of(bound))))
                .orElse(token);
    }

    private MintRequest bound(PolicyRules rules, MintRequest request) {
        checkUpstream(rules);
        MODELS.forEach(member -> checkModel(rules, request, member));
        return withLifetime(rules, request);
    }

    private void checkUpstream(PolicyRules rules) {
        Allowances allows = rules.allows();
        if (!Allowances.allows(allows.dialects(), upstream.dialect())) {
            throw rules.refusals().permission("", "upstream_not_allowed", "does not allow the configured upstream.");
        }
    }

    /** If models are restricted, a model that the vendor would choose is no choice of the policy's. */
    private void checkModel(PolicyRules rules, MintRequest request, String member) {
        AllowedTexts allowed = rules.allows().models();
        JsonNode model = request.member(member);
        if (allowed.areAny() || (!isNeeded(request, member) && model.isMissingNode())) {
            return;
        }
        if (!model.isTextual()) {
            throw rules.refusals().missing(member);
        }
        if (!allowed.include(new ModelNames(upstream.deployments()).behind(model.textValue()))) {
            throw rules.refusals()
                    .permission(
                            member,
                            "model_not_allowed",
                            "does not allow this model in '" + member + "'. It allows only " + allowed.words() + ".");
        }
    }

    /** Whether the vendor runs a model of its own choice if the request names none. */
    private static boolean isNeeded(MintRequest request, String member) {
        return member.equals(MODELS.get(0))
                ? !request.isTranscription()
                : request.at("/session/audio/input/transcription").isObject();
    }

    private MintRequest withLifetime(PolicyRules rules, MintRequest request) {
        if (upstream.fixedLifetime().isPresent()) {
            int seconds = upstream.fixedLifetime().getAsInt();
            if (!rules.lifetime().allows(seconds)) {
                throw rules.refusals()
                        .permission(
                                "",
                                "upstream_not_allowed",
                                "does not allow tokens of the configured upstream, which live for " + seconds
                                        + " seconds.");
            }
            return request;
        }
        if (request.at("/expires_after").has("seconds")) {
            return request;
        }
        ObjectNode body = request.copyOfBody();
        body.withObject("/expires_after").put("seconds", rules.lifetime().orDefault(defaultSeconds));
        return request.withBody(body);
    }
}
