package dev.ephemint.server.caller;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.caller.ApiKeys.Entry;
import dev.ephemint.server.mint.Caller;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.ConfigSections;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/** Reads the sections {@code callers} and {@code issuers}, which are valid by their schemas. */
public final class CallersReader {

    /** The policy of a caller that names none. */
    public static final String DEFAULT_POLICY = "default";

    private final List<String> problems = new ArrayList<>();
    private final ConfigSections sections;
    private final Map<String, Entry> keys = new HashMap<>();
    private final Map<String, Map<String, Caller>> byToken = new HashMap<>();
    private final Map<X500Principal, Caller> bySubject = new HashMap<>();
    private final Map<String, Caller> byName = new HashMap<>();

    private CallersReader(ConfigSections sections) {
        this.sections = sections;
    }

    /**
     * The callers, or a single anonymous one if neither section is there.
     *
     * @param pepper of the hashes
     * @throws BadSettingsException with everything that is wrong
     */
    public static CallerCheck read(ConfigSections sections, Optional<Secret> pepper, Clock clock) {
        return sections.checksCallers() ? new CallersReader(sections).callers(pepper, clock) : CallerCheck.anonymous();
    }

    private Callers callers(Optional<Secret> pepper, Clock clock) {
        sections.callers().properties().forEach(caller -> read(caller.getKey(), caller.getValue()));
        if (!keys.isEmpty() && pepper.isEmpty()) {
            problems.add("auth.pepper-file: is not set, but callers have keys; keys are checked with it");
        }
        Map<String, IssuerTokens> issuers = new HashMap<>();
        sections.issuers().properties().forEach(entry -> {
            IssuerReader reader = new IssuerReader(entry.getKey(), entry.getValue(), this::checkPolicy, problems);
            reader.read().ifPresent(issuer -> {
                IssuerTokens tokens = new IssuerTokens(issuer, byToken.getOrDefault(issuer.name(), Map.of()));
                if (issuers.put(issuer.issuer(), tokens) != null) {
                    problems.add("issuers." + issuer.name() + ".issuer: another entry has the same");
                }
            });
        });
        if (!problems.isEmpty()) {
            throw new BadSettingsException(problems);
        }
        return new Callers(
                new ApiKeys(pepper.map(KeyHash::new), keys),
                new Tokens(issuers),
                new Certificates(bySubject, byName),
                clock);
    }

    private void read(String name, JsonNode entry) {
        String path = "callers." + name;
        Optional<String> policy = Optional.ofNullable(entry.path("policy").textValue());
        policy.ifPresent(named -> checkPolicy(path + ".policy", named));
        Caller caller = new Caller(name, policy.orElse(DEFAULT_POLICY), Optional.empty());
        int index = 0;
        for (JsonNode key : entry.path("keys")) {
            readKey(caller, path + ".keys[" + index++ + "]", key);
        }
        for (JsonNode token : entry.path("tokens")) {
            readToken(caller, path + ".tokens", token);
        }
        for (JsonNode certificate : entry.path("certificates")) {
            readCertificate(caller, path + ".certificates", certificate);
        }
    }

    private void readKey(Caller caller, String path, JsonNode key) {
        Optional<Instant> notAfter = Optional.empty();
        try {
            notAfter = Optional.ofNullable(key.path("not-after").textValue()).map(Instant::parse);
        } catch (DateTimeParseException malformed) {
            problems.add(path + ".not-after: must be a time such as 2027-01-31T00:00:00Z");
        }
        byte[] hash = HexFormat.of().parseHex(key.path("hash").asText());
        if (keys.put(key.path("id").asText(), new Entry(caller, hash, notAfter)) != null) {
            problems.add(path + ".id: another key has the same");
        }
    }

    private void readToken(Caller caller, String path, JsonNode token) {
        String issuer = token.path("issuer").asText();
        if (!sections.issuers().has(issuer)) {
            problems.add(path + ": issuers has no " + issuer);
        }
        putOnce(
                byToken.computeIfAbsent(issuer, name -> new HashMap<>()),
                token.path("id").asText(),
                caller,
                path);
    }

    private void readCertificate(Caller caller, String path, JsonNode certificate) {
        if (certificate.has("name")) {
            putOnce(byName, certificate.path("name").asText(), caller, path);
            return;
        }
        try {
            putOnce(bySubject, new X500Principal(certificate.path("subject").asText()), caller, path);
        } catch (IllegalArgumentException malformed) {
            problems.add(path + ": subject must be a distinguished name such as CN=web,O=Example");
        }
    }

    private <K> void putOnce(Map<K, Caller> map, K key, Caller caller, String path) {
        if (map.put(key, caller) != null) {
            problems.add(path + ": another caller has the same");
        }
    }

    private void checkPolicy(String path, String policy) {
        if (!sections.policies().has(policy)) {
            problems.add(path + ": policies has no " + policy);
        }
    }
}
