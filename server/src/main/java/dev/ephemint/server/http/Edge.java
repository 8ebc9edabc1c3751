package dev.ephemint.server.http;

import dev.ephemint.server.caller.CallerCheck;
import dev.ephemint.server.mint.Calls;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.shape.Repair;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the HTTP interface is made of.
 *
 * @param readiness checks whether a mint could be tried
 * @param repair moves misplaced members of a request, if that is configured
 * @param embedded the vendor, if it runs in this process
 * @param callers identifies who asks for a mint
 * @param calls opens calls with sealed tokens, if that is configured
 * @param watch a JAX-RS filter that watches requests and responses
 */
public record Edge(
        EdgeSettings settings,
        Mint mint,
        Readiness readiness,
        Repair repair,
        Optional<EmbeddedVendor> embedded,
        CallerCheck callers,
        Optional<Calls> calls,
        Optional<Object> watch) {

    public Edge(
            EdgeSettings settings,
            Mint mint,
            Readiness readiness,
            Repair repair,
            Optional<EmbeddedVendor> embedded,
            CallerCheck callers) {
        this(settings, mint, readiness, repair, embedded, callers, Optional.empty(), Optional.empty());
    }

    /** The same with a JAX-RS filter that watches requests and responses. */
    public Edge watchedBy(Object filter) {
        return new Edge(settings, mint, readiness, repair, embedded, callers, calls, Optional.of(filter));
    }

    /** The same with another mint. */
    public Edge withMint(UnaryOperator<Mint> around) {
        return new Edge(settings, around.apply(mint), readiness, repair, embedded, callers, calls, watch);
    }

    /** The same with another check of callers. */
    public Edge withCallers(UnaryOperator<CallerCheck> around) {
        return new Edge(settings, mint, readiness, repair, embedded, around.apply(callers), calls, watch);
    }

    /** The same with calls. */
    public Edge withCalls(Optional<Calls> other) {
        return new Edge(settings, mint, readiness, repair, embedded, callers, other, watch);
    }

    Edge withReadiness(Readiness other) {
        return new Edge(settings, mint, other, repair, embedded, callers, calls, watch);
    }

    /** The same for this process itself: without the embedded vendor's sockets, a check of callers, and calls. */
    Edge ofThisProcess() {
        return new Edge(settings, mint, readiness, repair, Optional.empty(), CallerCheck.anonymous());
    }
}
