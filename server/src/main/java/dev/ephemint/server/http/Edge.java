package dev.ephemint.server.http;

import dev.ephemint.server.caller.CallerCheck;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.Repair;
import java.util.Optional;

/**
 * What the HTTP interface is made of.
 *
 * @param readiness checks whether a mint could be tried
 * @param repair moves misplaced members of a request, if that is configured
 * @param embedded the vendor, if it runs in this process
 * @param callers identifies who asks for a mint
 */
public record Edge(
        EdgeSettings settings,
        Mint mint,
        Readiness readiness,
        Repair repair,
        Optional<EmbeddedVendor> embedded,
        CallerCheck callers) {

    /** The same for this process itself: without the embedded vendor's sockets, and without a check of callers. */
    Edge ofThisProcess() {
        return new Edge(settings, mint, readiness, repair, Optional.empty(), CallerCheck.anonymous());
    }
}
