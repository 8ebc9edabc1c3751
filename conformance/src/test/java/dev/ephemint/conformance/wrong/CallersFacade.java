package dev.ephemint.conformance.wrong;

import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.server.caller.CallerKey;
import dev.ephemint.server.caller.KeyHash;
import dev.ephemint.server.mint.Secret;
import java.util.HashMap;
import java.util.Map;

/** Ephemint's server with one caller and a policy, as the profile {@code ephemint-callers} declares it. */
final class CallersFacade {
    private static final String PEPPER = "planted-pepper-of-32-characters-or-more";

    private CallersFacade() {}

    static Map<String, String> settings(CallerKey key) {
        return settings(key, "");
    }

    /** @param limits of the policy, in YAML; empty for none */
    static Map<String, String> settings(CallerKey key, String limits) {
        String entry = "{id: '" + key.id() + "', hash: '" + new KeyHash(new Secret(PEPPER)).hex(key) + "'}";
        return Map.of(
                "server.port",
                "0",
                "auth.pepper",
                PEPPER,
                "callers",
                "{kit: {policy: captions, keys: [" + entry + "]}}",
                "policies",
                "{captions: {models: [gpt-4o-transcribe, gpt-realtime]" + limits + "}}");
    }

    /** The profile with the key in place of its variable. */
    static Profile profile(Profile shipped, CallerKey key) {
        Map<String, String> headers = new HashMap<>(shipped.headers());
        headers.replaceAll(
                (name, value) -> value.replace("${EPHEMINT_KEY}", key.whole().reveal()));
        return new Profile(
                shipped.name(),
                shipped.title(),
                shipped.dialect(),
                shipped.endpoints(),
                shipped.sessionTypes(),
                shipped.features(),
                headers,
                shipped.models(),
                shipped.upstream());
    }
}
