package dev.ephemint.server.mint;

import java.util.Optional;

/**
 * Who asks, and what came beside the body: policies decide by it, and no adapter sends it.
 *
 * @param origin the request's {@code Origin}, if a browser sent one
 * @param idempotencyKey the request's {@code Idempotency-Key}
 * @param route the upstreams that may mint for it; empty until that is decided
 * @param sealed the sealed token that the request shows instead of another credential
 */
public record MintContext(
        Caller caller,
        Operation operation,
        Optional<String> origin,
        Optional<String> idempotencyKey,
        Deadline deadline,
        CallerPresence presence,
        Route route,
        Optional<Secret> sealed) {

    /** Before a route is decided, without a sealed token. */
    public MintContext(
            Caller caller,
            Operation operation,
            Optional<String> origin,
            Optional<String> idempotencyKey,
            Deadline deadline,
            CallerPresence presence) {
        this(caller, operation, origin, idempotencyKey, deadline, presence, Route.NONE, Optional.empty());
    }

    /** Of a caller that cannot leave. */
    public MintContext(
            Caller caller,
            Operation operation,
            Optional<String> origin,
            Optional<String> idempotencyKey,
            Deadline deadline) {
        this(caller, operation, origin, idempotencyKey, deadline, CallerPresence.ALWAYS);
    }

    /** A nested request without a caller or a deadline. */
    public static MintContext anonymous() {
        return new MintContext(
                Caller.ANONYMOUS, Operation.CLIENT_SECRETS, Optional.empty(), Optional.empty(), Deadline.none());
    }

    public MintContext withCaller(Caller other) {
        return new MintContext(other, operation, origin, idempotencyKey, deadline, presence, route, sealed);
    }

    public MintContext withDeadline(Deadline other) {
        return new MintContext(caller, operation, origin, idempotencyKey, other, presence, route, sealed);
    }

    public MintContext withPresence(CallerPresence other) {
        return new MintContext(caller, operation, origin, idempotencyKey, deadline, other, route, sealed);
    }

    public MintContext withRoute(Route other) {
        return new MintContext(caller, operation, origin, idempotencyKey, deadline, presence, other, sealed);
    }

    public MintContext withSealed(Optional<Secret> other) {
        return new MintContext(caller, operation, origin, idempotencyKey, deadline, presence, route, other);
    }

    /** A key may be guessed from another, so it is not printed. */
    @Override
    public String toString() {
        return "MintContext[caller=" + caller.id() + ", operation=" + operation + ", deadline=" + deadline + "]";
    }
}
