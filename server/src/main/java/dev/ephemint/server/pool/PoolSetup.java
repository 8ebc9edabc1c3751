package dev.ephemint.server.pool;

import dev.ephemint.server.mint.MintRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * What pools need to be kept.
 *
 * @param bounded what the policies make of a pool's request, as they are now; it fails if they refuse it
 * @param timeout of one mint
 */
public record PoolSetup(
        List<PoolSpec> specs,
        Function<PoolSpec, MintRequest> bounded,
        PoolTime time,
        PoolWatch watch,
        Duration timeout) {

    public PoolSetup {
        specs = List.copyOf(specs);
    }

    TokenPool pool(PoolSpec spec) {
        return new TokenPool(spec, () -> bounded.apply(spec), time, watch, timeout);
    }
}
