package dev.ephemint.server.pool;

import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Returns a token that was minted before, if a pool has one for exactly the same request. Everything else is minted: a request
 * with an end user, another configuration, or of a caller that cannot get the token any more.
 *
 * <p>It stands behind admission, so that a token from a pool counts in limits and audit as any other does.
 */
public final class PoolPolicy implements Policy, AutoCloseable {

    /** A pool with what refills it. */
    private record Refilled(TokenPool pool, RefillRunner runner) {}

    private final List<Refilled> pools;

    private PoolPolicy(List<Refilled> pools) {
        this.pools = List.copyOf(pools);
    }

    /** The policy that keeps these pools, each with a thread of its own; they begin with {@link #around}. */
    public static PoolPolicy of(PoolSetup setup) {
        return of(setup, RefillRunner::thread);
    }

    static PoolPolicy of(PoolSetup setup, Function<String, RefillRunner> runners) {
        List<Refilled> pools = new ArrayList<>();
        setup.specs().forEach(spec -> pools.add(new Refilled(setup.pool(spec), runners.apply(spec.name()))));
        return new PoolPolicy(pools);
    }

    /** Begins to fill the pools, by {@code next}. */
    @Override
    public Mint around(Mint next) {
        pools.forEach(one -> one.runner().every(() -> one.pool().refill(next)));
        return request -> pooled(request).orElseGet(() -> next.mint(request));
    }

    private Optional<MintedToken> pooled(MintRequest request) {
        if (request.endUser().isPresent()
                || request.context().presence().hasLeft()
                || request.context().deadline().passed()) {
            return Optional.empty();
        }
        for (Refilled one : pools) {
            if (one.pool().isFor(request)) {
                Optional<MintedToken> token = one.pool().take(request);
                one.runner().wake();
                if (token.isPresent()) {
                    return token;
                }
            }
        }
        return Optional.empty();
    }

    /** Drops the unused tokens. */
    @Override
    public void close() {
        pools.forEach(one -> {
            one.runner().close();
            one.pool().close();
        });
    }

    @Override
    public String toString() {
        return "PoolPolicy" + pools.stream().map(Refilled::pool).toList();
    }
}
