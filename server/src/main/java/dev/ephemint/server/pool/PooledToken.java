package dev.ephemint.server.pool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.Connection;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.MintedToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A token that no caller has yet.
 *
 * @param body the request that it was minted for
 * @param begun when its mint began, in nanoseconds of the pool's clock
 * @param usable how long after that it may be issued
 */
record PooledToken(MintedToken token, ObjectNode body, long begun, Duration usable) {

    boolean isUsable(long now) {
        return now - begun < usable.toNanos();
    }

    boolean isFor(MintRequest request) {
        return body.equals(request.body())
                && token.connection()
                        .upstream()
                        .map(request.context().route()::has)
                        .orElse(true);
    }

    /** The token for a request: with its warnings, and with the vendor's clock moved on by the token's age. */
    MintedToken issue(MintRequest request, long now) {
        Connection minted = token.connection();
        long age = Duration.ofNanos(now - begun).toSeconds();
        List<MintWarning> warnings = new ArrayList<>(request.warnings());
        warnings.addAll(minted.warnings());
        return token.withConnection(new Connection(
                minted.dialect(),
                minted.upstream(),
                minted.addresses(),
                minted.firstEvents(),
                minted.vendorTime().map(time -> time + age),
                warnings,
                minted.constraints()));
    }

    @Override
    public String toString() {
        return "PooledToken[usable=" + usable + "]";
    }
}
