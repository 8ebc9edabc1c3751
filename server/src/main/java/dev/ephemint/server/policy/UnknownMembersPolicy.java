package dev.ephemint.server.policy;

import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.FaultOnUnknownMembers;
import dev.ephemint.server.mint.MintFailure.VendorFault;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.shape.Placement;
import java.util.List;

/**
 * Names the members that the contract does not know if the vendor responds with 500. Azure does so, without a
 * reason, for a member that it does not know (recorded for two shapes, 2026-05-11 and 2026-06-02), and a caller that repeats the request
 * repeats the failure. Unknown members are still passed on: only the failure is reported differently.
 */
public record UnknownMembersPolicy() implements Policy {

    @Override
    public Mint around(Mint next) {
        return request -> mint(next, request);
    }

    private static MintedToken mint(Mint next, MintRequest request) {
        try {
            return next.mint(request);
        } catch (MintFailedException failed) {
            List<String> unknown = Placement.unknown(request);
            if (!failed.failure().equals(new VendorFault(500)) || unknown.isEmpty()) {
                throw failed;
            }
            throw failed.as(new FaultOnUnknownMembers(unknown));
        }
    }
}
