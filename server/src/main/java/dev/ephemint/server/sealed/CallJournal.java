package dev.ephemint.server.sealed;

import dev.ephemint.server.admission.CallStore;
import dev.ephemint.server.admission.CallStore.OpenedCall;
import dev.ephemint.server.admission.StoreAwayException;
import dev.ephemint.server.audit.AuditRecord;
import dev.ephemint.server.audit.AuditTrail;
import dev.ephemint.server.mint.Calls.Opened;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.AdmissionUnavailable;
import dev.ephemint.server.mint.MintedToken;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps, records, counts and logs calls. A call that is open stays open if that fails: its SDP answer is passed on, and only the vendor
 * can end the call.
 *
 * @param store of the limits
 * @param trail records besides those that the store keeps itself
 */
public record CallJournal(CallStore store, AuditTrail trail, SealWatch watch, Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(SealedCalls.class);

    public CallJournal {
        trail = AuditTrail.optional(trail, LOG);
    }

    void opened(MintContext context, MintedToken token, String upstream, Opened call) {
        AuditRecord record = AuditRecord.called(clock.instant(), context, token, upstream, call.id());
        Optional<String> lost = kept(context, upstream, call, record);
        trail.write(record);
        watch.call(CallEvent.OPENED);
        LOG.atInfo()
                .addKeyValue("caller", context.caller().id())
                .addKeyValue("upstream", upstream)
                .addKeyValue("call", call.id().orElse("?"))
                .log("call opened");
        lost.ifPresent(reason -> {
            watch.call(CallEvent.NOT_KEPT);
            LOG.atWarn()
                    .addKeyValue("call", call.id().orElse("?"))
                    .addKeyValue("reason", reason)
                    .log("call opened, but it cannot be ended here");
        });
    }

    /** Why it was not kept. */
    private Optional<String> kept(MintContext context, String upstream, Opened call, AuditRecord record) {
        try {
            if (call.id().isEmpty()) {
                store.record(context.caller().id(), record::fields, context.deadline());
                return Optional.of("the vendor named no id");
            }
            OpenedCall kept = new OpenedCall(context.caller().id(), call.id().get(), upstream);
            store.keep(kept, record::fields, context.deadline());
            return Optional.empty();
        } catch (StoreAwayException away) {
            return Optional.of(String.valueOf(away.getMessage()));
        }
    }

    /** The upstream of a call of this caller; empty if there is no such call, as far as is known. */
    Optional<String> upstream(MintContext context, String id) {
        try {
            Optional<String> upstream = store.upstream(context.caller().id(), id, context.deadline());
            if (upstream.isEmpty()) {
                unknown();
            }
            return upstream;
        } catch (StoreAwayException away) {
            throw new MintFailedException(new AdmissionUnavailable());
        }
    }

    void unknown() {
        watch.call(CallEvent.UNKNOWN);
    }

    void ended(MintContext context, String upstream, String id, Optional<MintFailure> failed) {
        AuditRecord record = AuditRecord.hangUp(clock.instant(), context, upstream, id, failed);
        trail.write(record);
        try {
            store.record(context.caller().id(), record::fields, context.deadline());
        } catch (StoreAwayException away) {
            LOG.atWarn()
                    .addKeyValue("call", id)
                    .addKeyValue("reason", away.getMessage())
                    .log("audit record of a hang-up lost");
        }
        watch.call(failed.isPresent() ? CallEvent.HANGUP_FAILED : CallEvent.HUNG_UP);
        LOG.atInfo()
                .addKeyValue("caller", context.caller().id())
                .addKeyValue("upstream", upstream)
                .addKeyValue("call", id)
                .log(failed.isPresent() ? "call not ended" : "call ended");
    }
}
