package dev.ephemint.server.http;

import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.Repair;
import java.util.Optional;

/**
 * What the HTTP interface is made of.
 *
 * @param readiness checks whether a mint could be tried
 * @param repair moves misplaced members of a request, if that is configured
 * @param embedded the vendor, if it runs in this process
 */
public record Edge(
        EdgeSettings settings, Mint mint, Readiness readiness, Repair repair, Optional<EmbeddedVendor> embedded) {

    /** The same without the embedded vendor's sockets, for callers in this process. */
    Edge withoutSockets() {
        return new Edge(settings, mint, readiness, repair, Optional.empty());
    }
}
