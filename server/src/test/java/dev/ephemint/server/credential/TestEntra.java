package dev.ephemint.server.credential;

import com.azure.core.credential.AccessToken;
import dev.ephemint.server.mint.Secret;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Entra as it is used, over tokens of a test's own. */
public final class TestEntra {

    private TestEntra() {}

    /** A token of each scope; an empty one means that none is available. */
    public static Credential of(Function<String, Optional<Secret>> tokens) {
        return new EntraToken(
                request -> tokens.apply(request.getScopes().get(0))
                        .map(token -> Mono.just(new AccessToken(
                                token.reveal(),
                                OffsetDateTime.now(ZoneOffset.UTC).plusHours(1))))
                        .orElseGet(() -> Mono.error(new IllegalStateException("AADSTS700016"))),
                EntraScope.DEFAULT,
                Duration.ofSeconds(5));
    }
}
