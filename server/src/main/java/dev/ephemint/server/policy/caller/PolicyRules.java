package dev.ephemint.server.policy.caller;

import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.Operation;
import dev.ephemint.server.mint.shape.Placement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What one policy allows. An empty set allows any.
 *
 * @param name of the policy
 * @param allows beside the members
 * @param lifetime of tokens; its bounds are among the rules, too
 * @param unknownMembers whether members that the contract does not have are passed on
 * @param rules about members, in any order
 */
public record PolicyRules(
        String name, Allowances allows, Lifetime lifetime, boolean unknownMembers, List<MemberRule> rules) {

    /**
     * What a policy allows beside the members. An empty set allows any.
     *
     * @param origins as browsers send them
     * @param models as the vendor knows them, not deployments
     * @param upstreams in the order in which they are tried
     */
    public record Allowances(
            Set<Operation> endpoints,
            Set<String> origins,
            AllowedTexts sessionTypes,
            AllowedTexts models,
            Set<String> dialects,
            List<String> upstreams) {

        public Allowances {
            endpoints = Set.copyOf(endpoints);
            origins = Set.copyOf(origins);
            dialects = Set.copyOf(dialects);
            upstreams = List.copyOf(upstreams);
        }

        static boolean allows(Set<?> allowed, Object asked) {
            return allowed.isEmpty() || allowed.contains(asked);
        }
    }

    /** Rules about an object come before those about its members. */
    public PolicyRules {
        rules = rules.stream()
                .sorted(Comparator.comparingInt(rule -> rule.path().depth()))
                .toList();
    }

    Refusals refusals() {
        return new Refusals(name);
    }

    /** The rules about members that a session of this type has. */
    List<MemberRule> rulesFor(String sessionType) {
        List<MemberRule> own = new ArrayList<>(rules.size());
        for (MemberRule rule : rules) {
            if (rule.isFor(sessionType)) {
                own.add(rule);
            }
        }
        return own;
    }

    /** The request within its bounds, with a warning for each change. */
    MintRequest bound(MintRequest request) {
        String type = request.sessionType().orElseThrow(() -> refusals().missing("session.type"));
        if (!unknownMembers) {
            Placement.check(request);
            Placement.unknown(request).stream().findFirst().ifPresent(path -> {
                throw refusals().unknown(path);
            });
        }
        List<MemberRule> own = rulesFor(type);
        if (own.isEmpty()) {
            return request;
        }
        Revision revision = new Revision(refusals(), request);
        own.forEach(rule -> rule.apply(revision));
        own.forEach(rule -> rule.check(revision));
        return revision.request();
    }
}
