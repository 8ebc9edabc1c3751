package dev.ephemint.server.admission;

import dev.ephemint.server.admission.Decision.Admitted;
import dev.ephemint.server.audit.AuditFailedException;
import dev.ephemint.server.audit.AuditRecord;
import dev.ephemint.server.audit.AuditTrail;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.AdmissionUnavailable;
import dev.ephemint.server.mint.MintFailure.AuditUnavailable;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.policy.Policy;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mints only what is admitted, and records it before the vendor is asked. What becomes of the mint is recorded before the token
 * is returned.
 *
 * @param trail records besides those that the store of the limits keeps itself
 */
public record AdmissionPolicy(Admission admission, ClaimFactory claims, AuditTrail trail, Clock clock)
        implements Policy {

    private static final Logger LOG = LoggerFactory.getLogger(AdmissionPolicy.class);

    @Override
    public Mint around(Mint next) {
        return request -> mint(next, request);
    }

    private MintedToken mint(Mint next, MintRequest request) {
        String id = UUID.randomUUID().toString();
        AuditRecord begun = AuditRecord.admitted(id, clock.instant(), request, claims.endUser(request));
        Claim claim = claims.of(id, request, begun);
        Admitted admitted = admit(claim, request.context().deadline());
        AuditRecord record = begun.decidedBy(admitted.mode().toString());
        return new Admittance(claim, record).mint(next, request).withQuotas(admitted.quotas());
    }

    private Admitted admit(Claim claim, Deadline deadline) {
        Decision decision;
        try {
            decision = admission.admit(claim, deadline);
        } catch (StoreAwayException away) {
            throw new MintFailedException(new AdmissionUnavailable());
        }
        if (decision instanceof Admitted admitted) {
            return admitted;
        }
        throw new MintFailedException(decision.failure().orElseThrow());
    }

    /** One admitted mint, which is settled and recorded however it ends. */
    private final class Admittance {

        private final Claim claim;
        private final AuditRecord record;

        Admittance(Claim claim, AuditRecord record) {
            this.claim = claim;
            this.record = record;
        }

        MintedToken mint(Mint next, MintRequest request) {
            MintedToken token;
            try {
                write(record);
                token = next.mint(request);
            } catch (MintFailedException failed) {
                failed(record.failed(clock.instant(), failed));
                throw failed;
            } catch (RuntimeException defect) {
                failed(record.broken(clock.instant(), defect));
                throw defect;
            }
            AuditRecord minted = record.minted(clock.instant(), token);
            settle(true, token.expiresAt().map(Instant::ofEpochSecond), minted);
            write(minted);
            return token;
        }

        private void failed(AuditRecord failed) {
            settle(false, Optional.empty(), failed);
            try {
                trail.write(failed);
            } catch (AuditFailedException lost) {
                LOG.atWarn().addKeyValue("reason", lost.getMessage()).log("record of a failed mint lost");
            }
        }

        private void write(AuditRecord event) {
            try {
                trail.write(event);
            } catch (AuditFailedException lost) {
                throw new MintFailedException(new AuditUnavailable());
            }
        }

        /** By its own time, not the request's: a mint that took all of it must still be settled. */
        private void settle(boolean minted, Optional<Instant> expires, AuditRecord record) {
            try {
                admission.settle(claim, new Settlement(minted, expires, record::fields), Deadline.none());
            } catch (StoreAwayException away) {
                LOG.atInfo()
                        .addKeyValue("reason", away.getMessage())
                        .log("mint not settled; it counts as an open token");
            }
        }
    }
}
