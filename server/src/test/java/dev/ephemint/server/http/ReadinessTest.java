package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.CredentialUnavailable;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadinessTest {

    @Test
    void isReadyIfOnePartIs() {
        assertThatCode(Readiness.any(List.of(missing("first"), Readiness.always()))::check)
                .doesNotThrowAnyException();
    }

    @Test
    void saysWhatTheFirstLacksIfNoneIs() {
        assertThat(Fixtures.failureOf(Readiness.any(List.of(missing("first"), missing("second")))::check))
                .isEqualTo(new CredentialUnavailable("first"));
    }

    private static Readiness missing(String what) {
        return () -> {
            throw new MintFailedException(new CredentialUnavailable(what));
        };
    }
}
