package dev.ephemint.server.sealed;

import static dev.ephemint.server.Fixtures.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.admission.Admission;
import dev.ephemint.server.admission.Claim;
import dev.ephemint.server.admission.Decision;
import dev.ephemint.server.admission.Settlement;
import dev.ephemint.server.admission.StoreAwayException;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Refusals that a whole service shows only with a store that fails at the right moment. */
final class SealPolicyTest {

    private static final Admission AWAY = new Admission() {
        @Override
        public Decision admit(Claim claim, Deadline deadline) {
            throw new StoreAwayException("away");
        }

        @Override
        public void settle(Claim claim, Settlement settlement, Deadline deadline) {}
    };

    private final List<SealRefusal> refusals = new ArrayList<>();
    private final TokenSealer sealer = SealTest.sealer(new SealWatch() {
        @Override
        public void refused(SealRefusal reason) {
            refusals.add(reason);
        }
    });

    @Test
    void reportsThatTheStoreWasAway() {
        exchangeFails(Set.of());

        assertThat(refusals).containsExactly(SealRefusal.STORE_AWAY);
    }

    @Test
    void reportsThatTokensOfThePolicyAreNotSealedAnyMore() {
        exchangeFails(Set.of("another"));

        assertThat(refusals).containsExactly(SealRefusal.POLICY);
    }

    private void exchangeFails(Set<String> policies) {
        Secret sealed =
                sealer.seal(token(SealTest.NOW + 600), MintContext.anonymous()).value();
        MintRequest request =
                Fixtures.request("{}").withContext(MintContext.anonymous().withSealed(Optional.of(sealed)));
        SealPolicy unit = SealPolicy.of(sealer, AWAY, policies, Set.of());

        assertThatThrownBy(() -> unit.around(asked -> {
                            throw new IllegalStateException("the vendor must not be asked");
                        })
                        .mint(request))
                .isInstanceOf(MintFailedException.class);
    }
}
