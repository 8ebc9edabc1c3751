package dev.ephemint.server.pool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/**
 * One pool as it is configured.
 *
 * @param policy of the callers that it serves; empty: of every caller
 * @param size unused tokens that are kept
 * @param maxAge of a token that is issued, so that it lives at most this much shorter than one that is minted now
 * @param request the body that callers send, in the nested shape
 */
public record PoolSpec(String name, Optional<String> policy, int size, Duration maxAge, ObjectNode request) {

    public PoolSpec {
        request = request.deepCopy();
    }

    /** A copy: a specification is immutable. */
    @Override
    public ObjectNode request() {
        return request.deepCopy();
    }

    boolean serves(String callersPolicy) {
        return policy.isEmpty() || policy.get().equals(callersPolicy);
    }

    /** Instructions and tools may hold what the operator keeps to itself, so the request is not printed. */
    @Override
    public String toString() {
        return "PoolSpec[name=" + name + ", policy=" + policy + ", size=" + size + ", maxAge=" + maxAge + "]";
    }
}
