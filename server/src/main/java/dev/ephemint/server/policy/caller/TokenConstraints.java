package dev.ephemint.server.policy.caller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ephemint.server.mint.Constraint;
import dev.ephemint.server.mint.Constraint.Enforcer;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.policy.caller.Bound.Constant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a token is bound to by a policy at an upstream. */
record TokenConstraints(PolicyRules rules, UpstreamFacts upstream) {

    private static final String SESSION_TYPE = "session.type";

    /** The lifetime is always one of them. */
    List<Constraint> of(MintRequest request) {
        List<Constraint> constraints = new ArrayList<>();
        constraints.add(constraint(
                Lifetime.SECONDS, NumberLimit.atMost(seconds(request)).schema()));
        if (!rules.allows().origins().isEmpty()) {
            request.context()
                    .origin()
                    .ifPresent(origin -> constraints.add(new Constraint(
                            "Origin", new Constant(TextNode.valueOf(origin)).schema(), Enforcer.FACADE)));
        }
        addAllowed(SESSION_TYPE, rules.allows().sessionTypes(), constraints);
        for (String member : UpstreamPolicy.MODELS) {
            if (!request.member(member).isMissingNode()) {
                addAllowed(member, rules.allows().models(), constraints);
            }
        }
        for (MemberRule rule : rules.rulesFor(request.sessionType().orElse(""))) {
            if (!rule.path().text().equals(Lifetime.SECONDS)) {
                add(rule, constraints);
            }
        }
        return constraints;
    }

    private BigDecimal seconds(MintRequest request) {
        JsonNode asked = request.at("/expires_after/seconds");
        return upstream.fixedLifetime().isPresent()
                ? BigDecimal.valueOf(upstream.fixedLifetime().getAsInt())
                : asked.decimalValue();
    }

    private void addAllowed(String param, AllowedTexts allowed, List<Constraint> constraints) {
        if (!allowed.areAny()) {
            constraints.add(constraint(param, allowed.schema()));
        }
    }

    private void add(MemberRule rule, List<Constraint> constraints) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        rule.bounds().forEach(bound -> schema.setAll(bound.schema()));
        if (!schema.isEmpty()) {
            constraints.add(constraint(rule.path().text(), schema));
        }
    }

    private Constraint constraint(String param, ObjectNode schema) {
        return new Constraint(param, schema, upstream.enforcer().apply(param));
    }
}
