package dev.ephemint.server.policy.caller.reader;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.mint.Operation;
import dev.ephemint.server.policy.caller.AllowedTexts;
import dev.ephemint.server.policy.caller.Bound;
import dev.ephemint.server.policy.caller.Bound.Absent;
import dev.ephemint.server.policy.caller.Bound.Constant;
import dev.ephemint.server.policy.caller.Lifetime;
import dev.ephemint.server.policy.caller.MemberRule;
import dev.ephemint.server.policy.caller.NumberLimit;
import dev.ephemint.server.policy.caller.PolicyRules;
import dev.ephemint.server.policy.caller.PolicyRules.Allowances;
import dev.ephemint.server.policy.caller.RulePath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads one policy. */
record PolicyReader(
        String name,
        JsonNode policy,
        PolicyProblems problems,
        BiFunction<String, Collection<String>, Optional<String>> nearest) {

    private static final String SECONDS = "expires_after.seconds";

    PolicyRules read() {
        Lifetime lifetime = lifetime();
        List<MemberRule> rules = new ArrayList<>(members());
        lifetimeRule(lifetime).ifPresent(rules::add);
        checkModels(rules);
        checkOverlaps(rules);
        return new PolicyRules(
                name,
                allowances(),
                lifetime,
                policy.path("unknown-members").asText("refuse").equals("allow"),
                rules);
    }

    private Allowances allowances() {
        return new Allowances(
                texts("endpoints").stream()
                        .map(endpoint -> Operation.valueOf(endpoint.toUpperCase(Locale.ROOT)))
                        .collect(toUnmodifiableSet()),
                texts("origins"),
                AllowedTexts.of(texts("session-types")),
                AllowedTexts.of(texts("models")),
                texts("dialects"),
                inOrder("upstreams").toList());
    }

    private Set<String> texts(String key) {
        return inOrder(key).collect(toUnmodifiableSet());
    }

    private Stream<String> inOrder(String key) {
        return StreamSupport.stream(policy.path(key).spliterator(), false).map(JsonNode::asText);
    }

    private Lifetime lifetime() {
        JsonNode section = policy.path("lifetime");
        Lifetime lifetime = new Lifetime(
                seconds(section, "min-seconds"), seconds(section, "max-seconds"), seconds(section, "default-seconds"));
        if (lifetime.least().orElse(0) > lifetime.most().orElse(Integer.MAX_VALUE)) {
            problems.at("lifetime").add("min-seconds must not be greater than max-seconds");
        } else if (lifetime.standard().isPresent()
                && !lifetime.allows(lifetime.standard().getAsInt())) {
            problems.at("lifetime").add("default-seconds must be from min-seconds to max-seconds");
        }
        return lifetime;
    }

    private static OptionalInt seconds(JsonNode section, String key) {
        return section.has(key) ? OptionalInt.of(section.get(key).intValue()) : OptionalInt.empty();
    }

    private Optional<MemberRule> lifetimeRule(Lifetime lifetime) {
        List<Bound> bounds = new ArrayList<>();
        lifetime.least().ifPresent(least -> bounds.add(NumberLimit.atLeast(BigDecimal.valueOf(least))));
        lifetime.most().ifPresent(most -> bounds.add(NumberLimit.atMost(BigDecimal.valueOf(most))));
        boolean caps = RuleReader.caps(policy.path("lifetime"));
        return bounds.isEmpty()
                ? Optional.empty()
                : Optional.of(new MemberRule(new RulePath(SECONDS), Set.of(), bounds, Optional.empty(), false, caps));
    }

    private List<MemberRule> members() {
        List<MemberRule> rules = new ArrayList<>();
        policy.path("members").properties().forEach(entry -> {
            PolicyProblems own = problems.at("members." + entry.getKey());
            member(entry.getKey(), own)
                    .flatMap(path -> new RuleReader(path, entry.getValue(), own).read())
                    .ifPresent(rules::add);
        });
        return rules;
    }

    private Optional<ContractPath> member(String path, PolicyProblems own) {
        if (path.equals("session.type")) {
            own.add("set session-types instead");
        } else if (path.startsWith("expires_after")) {
            own.add("set lifetime instead");
        } else if (path.equals("session")) {
            own.add("name a member of the session");
        } else {
            Optional<ContractPath> known = ContractPaths.get().find(path);
            if (known.isEmpty()) {
                own.add("the contract has no such member"
                        + nearest.apply(path, ContractPaths.get().names())
                                .map(name -> ", did you mean " + name + "?")
                                .orElse(""));
            }
            return known;
        }
        return Optional.empty();
    }

    /** A model that the policy itself sets must be one that it allows. */
    private void checkModels(List<MemberRule> rules) {
        Set<String> models = texts("models");
        for (MemberRule rule : rules) {
            boolean isModel = rule.path().text().matches("session(\\.audio\\.input\\.transcription)?\\.model");
            rule.ownValue()
                    .filter(value -> isModel && !models.isEmpty() && !models.contains(value.asText()))
                    .ifPresent(value -> problems.at("members." + rule.path())
                            .add("is no model of " + problems.at("models").path()));
        }
    }

    /** What a constant or an absence decides, no rule about its members can decide otherwise. */
    private void checkOverlaps(List<MemberRule> rules) {
        for (MemberRule outer : rules) {
            if (outer.bounds().stream().anyMatch(bound -> bound instanceof Constant || bound instanceof Absent)) {
                rules.stream()
                        .filter(inner -> inner.path().isBelow(outer.path()))
                        .forEach(inner -> problems.at("members." + inner.path())
                                .add("has no effect, because " + outer.path() + " is constant or absent"));
            }
        }
    }
}
