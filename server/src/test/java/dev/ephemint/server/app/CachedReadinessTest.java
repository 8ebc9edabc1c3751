package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.CredentialUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CachedReadinessTest {

    private Instant now = Instant.EPOCH;
    private int probes;
    private boolean available = true;

    private final CachedReadiness unit = new CachedReadiness(
            new Credential() {
                @Override
                public Map<String, String> authentication() {
                    return Map.of();
                }

                @Override
                public void probe() {
                    probes++;
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
}
