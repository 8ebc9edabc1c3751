package dev.ephemint.server.app;

import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.http.Readiness;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.CredentialUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ready while the credential can be obtained, which is checked at most every ten seconds and by one thread at a time: the
 * others get what is known, and do not wait.
 */
final class CachedReadiness implements Readiness {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(CachedReadiness.class);

    private final String upstream;
    private final Credential credential;
    private final Clock clock;
    private final ReentrantLock checking = new ReentrantLock();
    private volatile Known known = new Known(Instant.MIN, Optional.of(unknown()));

    /** @param upstream its name, for the log */
    CachedReadiness(String upstream, Credential credential, Clock clock) {
        this.upstream = upstream;
        this.credential = credential;
        this.clock = clock;
    }

    /** What the last check found, and when it is too old. */
    private record Known(Instant stale, Optional<MintFailedException> missing) {}

    @Override
    public void check() {
        if (!clock.instant().isBefore(known.stale) && checking.tryLock()) {
            try {
                Optional<MintFailedException> missing = probe();
                logChange(missing.isEmpty());
                known = new Known(clock.instant().plus(FRESH), missing);
            } finally {
                checking.unlock();
            }
        }
        known.missing.ifPresent(missing -> {
            throw missing;
        });
    }

    /** The first check is no change if there is a credential. */
    private void logChange(boolean ready) {
        if (known.missing.isEmpty() != ready && !(ready && known.stale.equals(Instant.MIN))) {
            LOG.atWarn()
                    .addKeyValue("upstream", upstream)
                    .log(ready ? "the credential can be obtained again" : "the credential cannot be obtained");
        }
    }

    private Optional<MintFailedException> probe() {
        try {
            credential.probe();
            return Optional.empty();
        } catch (MintFailedException failed) {
            return Optional.of(failed);
        }
    }

    private static MintFailedException unknown() {
        return new MintFailedException(new CredentialUnavailable("the first check is not done yet"));
    }
}
