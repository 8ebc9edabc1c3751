package dev.ephemint.server.caller;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import dev.ephemint.server.settings.Loopback;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Reads one entry of the section {@code issuers}. */
final class IssuerReader {

    private static final int DEFAULT_SKEW = 30;

    private final String name;
    private final String path;
    private final JsonNode entry;
    private final BiConsumer<String, String> checkPolicy;
    private final List<String> problems;

    IssuerReader(String name, JsonNode entry, BiConsumer<String, String> checkPolicy, List<String> problems) {
        this.name = name;
        this.path = "issuers." + name;
        this.entry = entry;
        this.checkPolicy = checkPolicy;
        this.problems = problems;
    }

    /** Empty if there is a problem with the address of its keys. */
    Optional<Issuer> read() {
        Issuer.Claims claims = claims();
        Set<JWSAlgorithm> algorithms =
                texts("algorithms").stream().map(JWSAlgorithm::parse).collect(Collectors.toSet());
        return jwks().map(url -> new Issuer(
                name,
                entry.path("issuer").asText(),
                texts("audience"),
                url,
                algorithms.isEmpty() ? Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256) : algorithms,
                Duration.ofSeconds(entry.path("clock-skew-seconds").asInt(DEFAULT_SKEW)),
                texts("required-claims"),
                claims));
    }

    private Issuer.Claims claims() {
        text("policy").ifPresent(policy -> checkPolicy.accept(path + ".policy", policy));
        Map<String, String> policies = new HashMap<>();
        entry.path("policies").properties().forEach(policy -> {
            String named = policy.getValue().asText();
            checkPolicy.accept(path + ".policies." + policy.getKey(), named);
            policies.put(policy.getKey(), named);
        });
        return new Issuer.Claims(
                text("caller-claim").orElse("sub"), text("user-claim"), text("policy"), text("policy-claim"), policies);
    }

    private Optional<URL> jwks() {
        try {
            URI uri = URI.create(entry.path("jwks-url").asText());
            String host = Optional.ofNullable(uri.getHost()).orElse("");
            boolean https = "https".equals(uri.getScheme()) && !host.isEmpty();
            boolean local = "http".equals(uri.getScheme()) && Loopback.isLoopback(host);
            if (https || local) {
                return Optional.of(uri.toURL());
            }
        } catch (IllegalArgumentException | MalformedURLException malformed) {
            // Reported below.
        }
        problems.add(path + ".jwks-url: must be an https URL (http on loopback only)");
        return Optional.empty();
    }

    private Optional<String> text(String member) {
        return Optional.ofNullable(entry.path(member).textValue());
    }

    /** Of a text or a list of them. */
    private Set<String> texts(String member) {
        Set<String> texts = new HashSet<>();
        text(member).ifPresent(texts::add);
        entry.path(member).forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
