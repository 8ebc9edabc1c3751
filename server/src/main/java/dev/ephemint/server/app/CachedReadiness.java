package dev.ephemint.server.app;

import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.http.Readiness;
import dev.ephemint.server.mint.MintFailedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Ready while the credential can be obtained, which is checked at most every ten seconds. */
final class CachedReadiness implements Readiness {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Credential credential;
    private final Clock clock;
    private Instant stale = Instant.MIN;
    private @Nullable MintFailedException missing;

    CachedReadiness(Credential credential, Clock clock) {
        this.credential = credential;
        this.clock = clock;
    }

    @Override
    public synchronized void check() {
        if (!clock.instant().isBefore(stale)) {
            missing = probe();
            stale = clock.instant().plus(FRESH);
        }
        if (missing != null) {
            throw missing;
        }
    }

    private @Nullable MintFailedException probe() {
        try {
            credential.probe();
            return null;
        } catch (MintFailedException failed) {
            return failed;
        }
    }
}
