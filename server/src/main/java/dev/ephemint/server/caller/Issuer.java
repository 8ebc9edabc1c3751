package dev.ephemint.server.caller;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An issuer whose tokens identify callers.
 *
 * @param name in the configuration
 * @param issuer the value of {@code iss}
 * @param audiences one of which {@code aud} has
 * @param jwks the address of its keys
 * @param algorithms asymmetric ones only
 * @param required claims that a token must have, beside {@code exp}
 */
record Issuer(
        String name,
        String issuer,
        Set<String> audiences,
        URL jwks,
        Set<JWSAlgorithm> algorithms,
        Duration clockSkew,
        Set<String> required,
        Claims claims) {

    /** The algorithms that a configuration can allow: RFC 7518 without those that share a secret. */
    static final List<String> ALGORITHMS =
            List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    /**
     * What is read from a token.
     *
     * @param caller the claim that identifies the caller
     * @param user the claim that identifies the caller's user
     * @param policy of a caller that the configuration does not name
     * @param policyClaim the claim whose values select a policy
     * @param policies by such a value
     */
    record Claims(
            String caller,
            Optional<String> user,
            Optional<String> policy,
            Optional<String> policyClaim,
            Map<String, String> policies) {

        Claims {
            policies = Map.copyOf(policies);
        }
    }
}
