package dev.ephemint.server.admission.redis;

import dev.ephemint.server.admission.Admission;
import dev.ephemint.server.admission.CallStore;
import dev.ephemint.server.admission.Claim;
import dev.ephemint.server.admission.Decision;
import dev.ephemint.server.admission.Settlement;
import dev.ephemint.server.mint.Deadline;
import java.util.OptionalInt;

/** Admission that all replicas share: each call is one script, which the server runs alone and by its own clock. */
public final class RedisAdmission implements Admission, AutoCloseable {

    private final Scripts scripts;
    private final Script admit;
    private final Script settle;
    private final ClaimJson json;

    /** @param auditLength about how many records each caller's audit stream keeps; empty: no stream */
    public RedisAdmission(RedisServer server, OptionalInt auditLength) {
        this(new PooledScripts(server), Script.ADMIT, Script.SETTLE, auditLength);
    }

    RedisAdmission(Scripts scripts, Script admit, Script settle, OptionalInt auditLength) {
        this.scripts = scripts;
        this.admit = admit;
        this.settle = settle;
        this.json = new ClaimJson(auditLength);
    }

    @Override
    public Decision admit(Claim claim, Deadline deadline) {
        Keys keys = Keys.of(claim);
        return DecisionReply.read(
                claim, scripts.run(admit, keys.with(claim, claim.limits()), json.admit(claim), deadline));
    }

    @Override
    public void settle(Claim claim, Settlement settlement, Deadline deadline) {
        Keys keys = Keys.of(claim);
        scripts.run(settle, keys.with(claim, claim.openLimits()), json.settle(claim, settlement), deadline);
    }

    /** Calls in the same store, as long as this one is open. */
    public CallStore calls() {
        return new RedisCalls(scripts, Script.CALLS, json);
    }

    @Override
    public void close() {
        scripts.close();
    }
}
