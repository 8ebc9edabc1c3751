package dev.ephemint.server.policy;

import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintWarning;

/** Adds the same warning to every token. */
public record WarningPolicy(MintWarning warning) implements Policy {

    @Override
    public Mint around(Mint next) {
        return request -> next.mint(request.withWarning(warning));
    }
}
