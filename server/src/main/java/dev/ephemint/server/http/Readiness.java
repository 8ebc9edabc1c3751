package dev.ephemint.server.http;

import dev.ephemint.server.mint.MintFailedException;
import java.util.ArrayList;
import java.util.List;

/** Checks whether a mint could be tried now. */
@FunctionalInterface
public interface Readiness {

    /** @throws dev.ephemint.server.mint.MintFailedException saying what is missing */
    void check();

    /** Ready if one of these is; otherwise as the first of them says. */
    static Readiness any(List<Readiness> parts) {
        return () -> {
            List<RuntimeException> missing = new ArrayList<>();
            for (Readiness part : parts) {
                try {
                    part.check();
                    return;
                } catch (MintFailedException failed) {
                    missing.add(failed);
                }
            }
            throw missing.get(0);
        };
    }

    static Readiness always() {
        return () -> {};
    }
}
