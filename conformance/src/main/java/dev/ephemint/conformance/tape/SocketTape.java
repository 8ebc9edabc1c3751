package dev.ephemint.conformance.tape;

import dev.ephemint.conformance.TargetDialect;
import java.util.List;
import java.util.Optional;

/**
 * One socket with a vendor, or one that it refused, named {@code dialect/name}.
 *
 * @param events none where the handshake was refused
 * @param close empty if the vendor did not close the socket, or the source does not show it
 */
public record SocketTape(
        String name,
        Provenance provenance,
        TapedUpgrade request,
        TapedResponse response,
        List<TapedEvent> events,
        Optional<SocketClose> close) {
    public SocketTape {
        events = List.copyOf(events);
    }

    public TargetDialect dialect() {
        return TargetDialect.of(name.substring(0, name.indexOf('/')));
    }

    @Override
    public String toString() {
        return name;
    }
}
