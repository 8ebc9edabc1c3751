package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.CredentialUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class CachedReadinessTest {

    private Instant now = Instant.EPOCH;
    private int probes;
    private boolean available = true;
    private Runnable whileProbing = () -> {};

    private final CachedReadiness unit = new CachedReadiness(
            "default",
            new Credential() {
                @Override
                public Map<String, String> authentication() {
                    return Map.of();
                }

                @Override
                public void probe() {
                    probes++;
                    whileProbing.run();
                    if (!available) {
                        throw new MintFailedException(new CredentialUnavailable("none"));
                    }
                }
            },
            tickingClock());

    private Clock tickingClock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    @Test
    void checksOnceInTenSeconds() {
        unit.check();
        now = now.plusSeconds(9);
        unit.check();
        assertThat(probes).isEqualTo(1);

        now = now.plusSeconds(1);
        unit.check();
        assertThat(probes).isEqualTo(2);
    }

    @Test
    void repeatsTheFailureUntilTheNextCheck() {
        available = false;
        assertThatThrownBy(unit::check).isInstanceOf(MintFailedException.class);

        available = true;
        assertThatThrownBy(unit::check).isInstanceOf(MintFailedException.class);
        now = now.plusSeconds(10);
        assertThatCode(unit::check).doesNotThrowAnyException();
    }

    /** A probe can take as long as the identity service does, and health checks must not wait for it. */
    @Test
    void doesNotWaitForTheCheckOfAnotherThread() throws Exception {
        AtomicReference<Throwable> other = new AtomicReference<>();
        whileProbing = () -> inAnotherThread(() -> other.set(catchThrowable(unit::check)));

        unit.check();

        assertThat(other.get()).isInstanceOf(MintFailedException.class);
        assertThat(probes).isEqualTo(1);
    }

    private static void inAnotherThread(Runnable work) {
        try {
            Thread thread = new Thread(work);
            thread.start();
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
