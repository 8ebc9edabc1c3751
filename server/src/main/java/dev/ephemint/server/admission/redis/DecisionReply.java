package dev.ephemint.server.admission.redis;

import dev.ephemint.server.admission.Claim;
import dev.ephemint.server.admission.Decision;
import dev.ephemint.server.admission.Decision.Admitted;
import dev.ephemint.server.admission.Decision.Limited;
import dev.ephemint.server.admission.Decision.Mode;
import dev.ephemint.server.admission.Decision.Repeated;
import dev.ephemint.server.mint.MintFailure.RepeatedRequest.First;
import dev.ephemint.server.mint.Quota;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@code admit.lua} returns. */
final class DecisionReply {

    private static final int WORST = 2;
    private static final int WAIT = 3;
    private static final int QUOTAS = 4;

    private DecisionReply() {}

    static Decision read(Claim claim, List<?> reply) {
        String outcome = String.valueOf(reply.get(0));
        return switch (outcome) {
            case "admitted" -> new Admitted(Mode.SHARED, quotas(claim, reply));
            case "limited" -> limited(claim, reply);
            case "running" -> new Repeated(First.RUNNING);
            case "minted" -> new Repeated(First.MINTED);
            case "other" -> new Repeated(First.OTHER);
            default -> throw new IllegalStateException("unknown outcome of admit.lua");
        };
    }

    private static Limited limited(Claim claim, List<?> reply) {
        List<Quota> quotas = quotas(claim, reply);
        return new Limited(quotas.get((int) number(reply, WORST) - 1), millis(reply, WAIT), quotas);
    }

    private static List<Quota> quotas(Claim claim, List<?> reply) {
        List<Quota> quotas = new ArrayList<>();
        for (int i = 0; i < claim.limits().size(); i++) {
            int at = QUOTAS + 2 * i;
            quotas.add(claim.limits().get(i).quota(number(reply, at), millis(reply, at + 1)));
        }
        return quotas;
    }

    private static Duration millis(List<?> reply, int index) {
        return Duration.ofMillis(number(reply, index));
    }

    private static long number(List<?> reply, int index) {
        return ((Number) reply.get(index)).longValue();
    }
}
