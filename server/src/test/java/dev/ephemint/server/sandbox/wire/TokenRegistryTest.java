package dev.ephemint.server.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenRegistryTest {

    private final SettableClock clock = new SettableClock();
    private final TokenRegistry unit = new TokenRegistry(clock, 2);

    @Test
    void evictsTheOldestIfFull() {
        String first = issue(60);
        String second = issue(60);
        String third = issue(60);

        assertThat(unit.isValid(first)).isFalse();
        assertThat(unit.isValid(second)).isTrue();
        assertThat(unit.isValid(third)).isTrue();
        assertThat(unit.size()).isEqualTo(2);
    }

    @Test
    void evictsExpiredTokensFirst() {
        String first = issue(600);
        issue(10);
        clock.advance(Duration.ofSeconds(10));
        String third = issue(60);

        assertThat(unit.isValid(first)).isTrue();
        assertThat(unit.isValid(third)).isTrue();
        assertThat(unit.size()).isEqualTo(2);
    }

    @Test
    void redactsTokens() {
        assertThat(unit.issue(Duration.ofSeconds(1), Json.object()).toString()).doesNotContain("ek_");
    }

    private String issue(int seconds) {
        return unit.issue(Duration.ofSeconds(seconds), Json.object()).value();
    }
}
