package dev.ephemint.server.policy;

import dev.ephemint.server.mint.Mint;
import java.util.List;

/** Wraps a mint with one concern. */
@FunctionalInterface
public interface Policy {

    Mint around(Mint next);

    /** Adds nothing. */
    static Policy none() {
        return next -> next;
    }

    /** The first policy is the outermost: it sees the request first and the token last. */
    static Policy chain(List<Policy> policies) {
        return innermost -> {
            Mint mint = innermost;
            for (int i = policies.size() - 1; i >= 0; i--) {
                mint = policies.get(i).around(mint);
            }
            return mint;
        };
    }
}
