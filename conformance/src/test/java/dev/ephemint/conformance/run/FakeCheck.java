package dev.ephemint.conformance.run;

import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.check.Position;
import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.profile.Profile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A check that does what a test gives it. */
public record FakeCheck(String id, Position position, Optional<String> exclusion, Function<Target, Outcome> body)
        implements Check {

    public static FakeCheck of(String id, Function<Target, Outcome> body) {
        return new FakeCheck(id, Position.FRONT, Optional.empty(), body);
    }

    /** Passes if the mint's response has this status. */
    public static FakeCheck expecting(String id, int status) {
        return of(id, target -> {
            Message response =
                    target.mint(MintOperation.createClientSecret, "{\"session\":{\"type\":\"transcription\"}}");
            return response.status() == status
                    ? new Outcome.Passed(1)
                    : new Outcome.Failed(List.of("status: expected " + status + ", was " + response.status()));
        });
    }

    public static FakeCheck passing(String id) {
        return expecting(id, 200);
    }

    public static FakeCheck failing(String id) {
        return expecting(id, 201);
    }

    /** Does not apply to any profile. */
    public static FakeCheck excluded(String id, String reason) {
        return passing(id).excluded(reason);
    }

    FakeCheck excluded(String reason) {
        return new FakeCheck(id, position, Optional.of(reason), body);
    }

    FakeCheck onBothSides() {
        return new FakeCheck(id, Position.BOTH_SIDES, exclusion, body);
    }

    @Override
    public String requirement() {
        return "REQ-FAKE-01";
    }

    @Override
    public Optional<String> notApplicable(Profile profile) {
        return exclusion;
    }

    @Override
    public Outcome run(Target target) {
        return body.apply(target);
    }
}
