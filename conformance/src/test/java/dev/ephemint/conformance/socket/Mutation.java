package dev.ephemint.conformance.socket;

import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.tape.SocketTape;
import dev.ephemint.conformance.tape.Tapes;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * One thing that is not as {@code connect} says.
 *
 * @param tape the vendor's recorded response
 */
record Mutation(String name, TargetDialect dialect, BiFunction<SandboxSetup, Connect, Connect> change, String tape) {
    private static final List<SocketTape> TAPES = Tapes.ofSocketsIn(KitData.path("socket-tapes"));

    Connect of(SandboxSetup setup) {
        return change.apply(setup, setup.connect());
    }

    SocketTape taped() {
        return taped(tape);
    }

    static SocketTape taped(String name) {
        return TAPES.stream()
                .filter(tape -> tape.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Connect bare(Connect connect) {
        return connect.withHeaders(Map.of());
    }

    static Connect withOtherKey(Connect connect) {
        return connect.withHeader("Authorization", "Bearer sk-tape-0123456789abcdef0123");
    }

    /** In the header that the vendor accepts. */
    static Connect withStandingKey(SandboxSetup setup, Connect connect) {
        return connect.url().getPath().startsWith("/openai")
                ? bare(connect).withHeader("api-key", setup.standingKey())
                : connect.withHeader("Authorization", "Bearer " + setup.standingKey());
    }

    @Override
    public String toString() {
        return dialect.id() + ": " + name + " -> " + tape;
    }
}
