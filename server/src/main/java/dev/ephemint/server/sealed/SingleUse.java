package dev.ephemint.server.sealed;

import dev.ephemint.server.admission.Admission;
import dev.ephemint.server.admission.Claim;
import dev.ephemint.server.admission.Claim.Once;
import dev.ephemint.server.admission.Decision;
import dev.ephemint.server.admission.Decision.Admitted;
import dev.ephemint.server.admission.Decision.Mode;
import dev.ephemint.server.admission.StoreAwayException;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.AdmissionUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets each token be exchanged once, over all replicas that share the store of the limits: a token is a key that is used once, and
 * is remembered until it has expired anyway. Its record says who exchanged it.
 */
record SingleUse(Admission admission) {

    private static final Duration MARGIN = Duration.ofMinutes(1);

    /**
     * True for the first of all calls with this token.
     *
     * @throws MintFailedException if the store is away: this replica alone cannot know
     */
    boolean isFirst(SealedToken token, Instant now, Deadline deadline) {
        Duration kept = Duration.between(now, token.expires()).plus(MARGIN);
        Claim claim = new Claim(
                UUID.randomUUID().toString(),
                token.caller().id(),
                List.of(),
                Optional.of(new Once("sealed-" + token.id(), "exchange", kept)),
                kept,
                () -> Map.of(
                        "event",
                        "exchanged",
                        "id",
                        token.id(),
                        "time",
                        now.toString(),
                        "caller",
                        token.caller().id()));
        try {
            Decision decision = admission.admit(claim, deadline);
            if (decision instanceof Admitted admitted && admitted.mode() == Mode.LOCAL) {
                throw new MintFailedException(new AdmissionUnavailable());
            }
            return decision instanceof Admitted;
        } catch (StoreAwayException away) {
            throw new MintFailedException(new AdmissionUnavailable());
        }
    }
}
