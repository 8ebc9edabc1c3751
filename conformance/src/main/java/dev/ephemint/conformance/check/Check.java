package dev.ephemint.conformance.check;

import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.requirement.Evidence;
import java.util.List;
import java.util.Optional;

/** One fact that is verified of a gateway. */
public interface Check {

    /** Unique and stable, slash-separated from the family to the case: {@code tape/openai/typed-null/nested}. */
    String id();

    /** The id of the requirement that a failure violates. */
    String requirement();

    /** Evidence beyond that of the requirement, such as the tape that is replayed. */
    default List<Evidence> evidence() {
        return List.of();
    }

    Position position();

    /** Why the check says nothing about a target with this profile; empty if it applies. */
    Optional<String> notApplicable(Profile profile);

    /** Runs the check once. Calls go through the target, which records them for the report. */
    Outcome run(Target target);
}
