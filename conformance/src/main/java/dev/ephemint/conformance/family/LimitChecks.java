package dev.ephemint.conformance.family;

import dev.ephemint.conformance.check.Applicability;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.CheckCase;
import dev.ephemint.conformance.check.Findings;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.check.Position;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.RateLimits;
import dev.ephemint.conformance.profile.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A limit of each end user: how a mint beyond it is rejected, and what is said about it before. */
public final class LimitChecks {
    /** A gateway that minted so often for one end user has no limit that the kit could reach. */
    private static final int MOST = 50;

    private LimitChecks() {}

    public static List<Check> all() {
        List<Check> checks = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            checks.add(check("beyond", "REQ-LIMIT-01", shape, LimitChecks::beyond));
            checks.add(check("other-end-user", "REQ-LIMIT-02", shape, LimitChecks::otherEndUser));
            checks.add(check("fields", "REQ-LIMIT-03", shape, LimitChecks::fields));
        }
        return List.copyOf(checks);
    }

    private static Check check(
            String name, String requirement, Shape shape, BiFunction<NewCaller, List<Message>, Findings> compare) {
        return CheckCase.of("limit/" + name + "/" + shape.word(), requirement, Position.FRONT, target -> {
                    Upstreams.mint(target);
                    NewCaller caller = NewCaller.of(target, shape);
                    List<Message> responses = caller.mintUntil(response -> response.status() != 200, MOST);
                    if (responses.get(0).status() != 200) {
                        return new Outcome.NotProven("the first mint returned " + Findings.brief(responses.get(0)));
                    }
                    return compare.apply(caller, responses).outcome();
                })
                .onlyIf(Applicability.serves(shape.operation()))
                .onlyIf(Applicability.sessionType("transcription"))
                .onlyIf(Applicability.has(Feature.LIMITS_END_USERS));
    }

    private static Findings beyond(NewCaller caller, List<Message> responses) {
        Message last = last(responses);
        Findings findings = rejected(last);
        caller.target()
                .vendor()
                .ifPresent(vendor -> findings.same(
                        "requests that arrived at the vendor",
                        responses.size() - 1,
                        vendor.requests().size()));
        Envelope.retryAfter(findings, last);
        return Envelope.compare(findings, caller.target().profile(), last);
    }

    private static Findings otherEndUser(NewCaller caller, List<Message> responses) {
        return rejected(last(responses))
                .same("status for another end user", 200, caller.other().mint().status());
    }

    private static Findings fields(NewCaller caller, List<Message> responses) {
        Findings findings = rejected(last(responses));
        for (Message response : responses) {
            Map<String, Map<String, String>> policies = RateLimits.of(response, "ratelimit-policy");
            Map<String, Map<String, String>> limits = RateLimits.of(response, "ratelimit");
            findings.that(!policies.isEmpty(), "ratelimit-policy: expected a limit in " + response.headers())
                    .same("names in ratelimit", policies.keySet(), limits.keySet());
            policies.forEach((name, policy) -> findings.that(
                    RateLimits.number(limits.get(name), "r") < RateLimits.number(policy, "q"),
                    name + ": expected less left than the quota, was " + limits.get(name) + " of " + policy));
        }
        Map<String, Map<String, String>> reached = RateLimits.of(last(responses), "ratelimit");
        return findings.that(
                reached.values().stream().anyMatch(RateLimits::isReached),
                "ratelimit of the 429: expected a limit with r=0 and t, was " + reached);
    }

    private static Findings rejected(Message last) {
        return new Findings().same("status beyond the limit", 429, last.status());
    }

    private static Message last(List<Message> responses) {
        return responses.get(responses.size() - 1);
    }
}
