package dev.ephemint.server.policy.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.mint.Caller;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.Operation;
import dev.ephemint.server.policy.caller.reader.PoliciesReader;
import dev.ephemint.server.policy.caller.reader.PoliciesReader.Result;
import java.util.Optional;

/** Policies from JSON with single quotes. */
public final class TestPolicies {

    public static final Caller APP = new Caller("app", "captions", Optional.empty());

    private TestPolicies() {}

    /** One policy, named captions. */
    public static CallerPolicies of(String policy) {
        Result result = read("{'captions':" + policy + "}");
        assertThat(result.problems()).isEmpty();
        return result.policies();
    }

    public static Result read(String section) {
        return new PoliciesReader((name, candidates) -> Optional.empty()).read(Fixtures.json(section));
    }

    /** A request of {@link #APP} from this origin. */
    static MintContext from(Operation operation, String origin) {
        MintContext anonymous = MintContext.anonymous();
        return new MintContext(
                APP,
                operation,
                Optional.of(origin).filter(given -> !given.isEmpty()),
                anonymous.idempotencyKey(),
                anonymous.deadline());
    }
}
