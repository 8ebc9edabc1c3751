package dev.ephemint.server.http;

import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.Repair;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the edge needs to know.
 *
 * @param mint mints
 * @param dialect the vendor dialect that it speaks, for the log
 * @param readiness tells whether a mint could be tried
 * @param defaultModel model of a flat request that names none
 * @param maxRequestBytes largest body that is read
 * @param hosts which names in Host headers are answered
 * @param repair moves misplaced members of a request, if that is configured
 * @param page whether the page for people is served
 * @param played the vendor, if this process plays it
 */
public record Edge(
        Mint mint,
        String dialect,
        Readiness readiness,
        String defaultModel,
        int maxRequestBytes,
        Predicate<String> hosts,
        Repair repair,
        boolean page,
        Optional<EmbeddedVendor> played) {

    /** The same without the played vendor's sockets, for callers that reach no port of ours. */
    Edge withoutSockets() {
        return new Edge(mint, dialect, readiness, defaultModel, maxRequestBytes, hosts, repair, page, Optional.empty());
    }
}
