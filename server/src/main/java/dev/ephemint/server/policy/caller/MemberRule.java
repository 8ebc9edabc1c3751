package dev.ephemint.server.policy.caller;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.policy.caller.Bound.Absent;
import dev.ephemint.server.policy.caller.Bound.Constant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a policy says about one member.
 *
 * @param sessions the session types that have the member; empty if it is no member of a session
 * @param bounds what it may be if it is present
 * @param standard its value if it is absent
 * @param required whether it must be present, and not null
 * @param caps whether a value beyond a bound is replaced by the nearest one; otherwise the request is refused
 */
public record MemberRule(
        RulePath path,
        Set<String> sessions,
        List<Bound> bounds,
        Optional<JsonNode> standard,
        boolean required,
        boolean caps) {

    public MemberRule {
        sessions = Set.copyOf(sessions);
        bounds = List.copyOf(bounds);
    }

    /** Whether a value is outside. */
    public boolean refuses(JsonNode value) {
        return bounds.stream().anyMatch(bound -> bound.breach(value).isPresent());
    }

    boolean isFor(String sessionType) {
        return sessions.isEmpty() || sessions.contains(sessionType);
    }

    /** The value that the policy sets if the request has none. */
    public Optional<JsonNode> ownValue() {
        return bounds.stream()
                .filter(Constant.class::isInstance)
                .map(bound -> ((Constant) bound).value())
                .findFirst()
                .or(() -> standard);
    }

    /** Sets what is absent and caps what may be capped. */
    void apply(Revision revision) {
        List<Site> sites = path.in(revision.body());
        if (sites.isEmpty() && !path.isOfItems()) {
            ownValue().ifPresent(value -> fill(value, revision));
        }
        if (caps && sites.stream().anyMatch(site -> refuses(site.value()))) {
            path.in(revision.ownBody()).forEach(site -> bounds.forEach(bound -> apply(bound, site, revision)));
        }
    }

    private void fill(JsonNode value, Revision revision) {
        if (!path.create(revision.ownBody(), value) && bounds.stream().anyMatch(Constant.class::isInstance)) {
            throw revision.refusals().missing(path.text());
        }
    }

    private void apply(Bound bound, Site site, Revision revision) {
        if (bound.breach(site.value()).isEmpty()) {
            return;
        }
        if (bound instanceof Absent) {
            site.remove();
            revision.warnRemoved(site.param());
            return;
        }
        bound.nearest(site.value()).or(() -> standard).ifPresent(value -> {
            revision.warnCapped(site.param(), site.value(), value);
            site.set(value);
        });
    }

    /** Refuses what is still outside. */
    void check(Revision revision) {
        List<Site> sites = path.in(revision.body());
        if (required && sites.stream().allMatch(site -> site.value().isNull())) {
            throw revision.refusals().missing(path.text());
        }
        for (Site site : sites) {
            for (Bound bound : bounds) {
                bound.breach(site.value()).ifPresent(breach -> {
                    throw revision.refusals().outside(site.param(), bound, breach);
                });
            }
        }
    }
}
