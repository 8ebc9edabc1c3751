package dev.ephemint.server.policy;

import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.shape.Placement;
import java.util.function.Consumer;

/**
 * Rejects, before anything is sent, members that the contract has in another place or for another session type. Checks
 * the session type first: if the vendor does not mint it, its members do not matter.
 *
 * @param sessionType fails for a session type that the vendor does not mint
 */
public record PlacementPolicy(Consumer<MintRequest> sessionType) implements Policy {

    @Override
    public Mint around(Mint next) {
        return request -> {
            sessionType.accept(request);
            Placement.check(request);
            return next.mint(request);
        };
    }
}
