package dev.ephemint.server.app;

import dev.ephemint.server.caller.CallersReader;
import dev.ephemint.server.mint.Caller;
import dev.ephemint.server.policy.caller.CallerPolicies;
import dev.ephemint.server.policy.caller.reader.PoliciesReader;
import dev.ephemint.server.policy.caller.reader.PoliciesReader.Result;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.ConfigSections;
import dev.ephemint.server.settings.reader.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads the policies of callers from the configuration. */
final class PolicySection {

    /** One for all that use the policies, so that a changed file is read once and not for each of them. */
    static final Function<ConfigSections, CallerPolicies> READER = PolicySection::read;

    private PolicySection() {}

    /**
     * The policies as the sections have them now.
     *
     * @throws BadSettingsException with everything that is wrong with them
     */
    static CallerPolicies read(ConfigSections sections) {
        Result result = new PoliciesReader(Nearest::of).read(sections.policies());
        List<String> problems = new ArrayList<>(result.problems());
        if (!result.policies().areConfigured()) {
            problems.add("policies: must not be empty; leave the section out if callers need none");
        }
        if (!sections.checksCallers() && !result.policies().byName().containsKey(Caller.ANONYMOUS.policy())) {
            problems.add("policies." + Caller.ANONYMOUS.policy()
                    + ": is missing: callers are not checked, so no other policy applies; add it, or set callers");
        }
        Set<String> upstreams = new HashSet<>();
        sections.upstreams().fieldNames().forEachRemaining(upstreams::add);
        sections.policies()
                .properties()
                .forEach(policy -> problems.addAll(RouteSection.unknown(
                        "policies." + policy.getKey() + ".upstreams",
                        policy.getValue().path("upstreams"),
                        upstreams)));
        sections.callers().properties().forEach(caller -> {
            if (!caller.getValue().has("policy") && !sections.policies().has(CallersReader.DEFAULT_POLICY)) {
                problems.add("callers." + caller.getKey() + ".policy: is missing, and so is the policy "
                        + CallersReader.DEFAULT_POLICY);
            }
        });
        if (!problems.isEmpty()) {
            throw new BadSettingsException(problems);
        }
        return result.policies();
    }
}
