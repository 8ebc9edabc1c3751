package dev.ephemint.server.credential;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Facts about a credential that are no secret.
 *
 * @param kind {@code api-key}, {@code entra} or {@code workload-identity}
 * @param scope the scope of the token
 * @param otherScope the other scope that could be requested
 * @param audience the token's audience claim
 * @param objectId the identity to which a role is assigned
 * @param expiry when the token expires
 * @param doubts what looks wrong about it, for people
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

    static CredentialFacts ofIdentity(String kind, Instant expiry) {
        return new CredentialFacts(
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(expiry),
                List.of());
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
