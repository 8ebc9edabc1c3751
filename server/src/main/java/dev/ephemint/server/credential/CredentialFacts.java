package dev.ephemint.server.credential;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What can be told of a credential without showing it; nothing of it authenticates anybody.
 *
 * @param kind {@code api-key} or {@code entra}
 * @param scope what a token was asked for
 * @param otherScope what it could be asked for instead
 * @param audience whom a token says it is for
 * @param objectId whose it is: the identity to which a role is given
 * @param expiry when it ends
 * @param doubts what looks wrong about it, in words
 */
public record CredentialFacts(
        String kind,
        Optional<String> scope,
        Optional<String> otherScope,
        Optional<String> audience,
        Optional<String> objectId,
        Optional<Instant> expiry,
        List<String> doubts) {

    public CredentialFacts {
        doubts = List.copyOf(doubts);
    }

    static CredentialFacts ofKey(List<String> doubts) {
        return new CredentialFacts(
                "api-key",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                doubts);
    }
}
