package dev.ephemint.conformance.check;

import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.NoResponseException;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.requirement.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A check made of parts. No response at all is a failure. */
public record CheckCase(
        String id,
        String requirement,
        Position position,
        List<Evidence> evidence,
        Applicability applicability,
        Function<Target, Outcome> body)
        implements Check {

    public CheckCase {
        evidence = List.copyOf(evidence);
    }

    /** Applies to every profile, and has no evidence of its own. */
    public static CheckCase of(String id, String requirement, Position position, Function<Target, Outcome> body) {
        return new CheckCase(id, requirement, position, List.of(), Applicability.always(), body);
    }

    /** Applies only if this and all earlier conditions hold. */
    public CheckCase onlyIf(Applicability condition) {
        return new CheckCase(id, requirement, position, evidence, applicability.and(condition), body);
    }

    public CheckCase from(Evidence source) {
        return new CheckCase(id, requirement, position, List.of(source), applicability, body);
    }

    @Override
    public Optional<String> notApplicable(Profile profile) {
        return applicability.reasonAgainst(profile);
    }

    @Override
    public Outcome run(Target target) {
        try {
            return body.apply(target);
        } catch (NoResponseException e) {
            return new Outcome.Failed(List.of("no response: " + e.getMessage()));
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
