package dev.ephemint.server.credential;

import dev.ephemint.server.mint.Secret;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A vendor's API key, with the headers that select organization and project. */
public final class ApiKey implements Credential {

    private final Map<String, String> headers;
    private final List<String> doubts;

    private ApiKey(Map<String, String> headers, List<String> doubts) {
        this.headers = headers;
        this.doubts = doubts;
    }

    /** OpenAI's API reference, "Authentication", 2026-11. */
    public static ApiKey openAi(Secret key, Optional<String> organization, Optional<String> project) {
        Map<String, String> headers = new TreeMap<>(openAiAccount(organization, project));
        headers.put("authorization", "Bearer " + sendable("key", key.reveal()));
        return new ApiKey(Collections.unmodifiableMap(headers), KeyForm.OPENAI.doubts(key.reveal()));
    }

    /** The headers that select organization and project. */
    public static Map<String, String> openAiAccount(Optional<String> organization, Optional<String> project) {
        Map<String, String> headers = new TreeMap<>();
        organization.ifPresent(name -> headers.put("openai-organization", sendable("organization", name)));
        project.ifPresent(name -> headers.put("openai-project", sendable("project", name)));
        return headers;
    }

    /** Microsoft's how-to for realtime audio over WebRTC, 2026-03; recorded with the mint of 2026-05-11. */
    public static ApiKey azure(Secret key) {
        return new ApiKey(Map.of("api-key", sendable("key", key.reveal())), KeyForm.AZURE.doubts(key.reveal()));
    }

    @Override
    public Map<String, String> authentication() {
        return headers;
    }

    @Override
    public Set<String> headers() {
        return headers.keySet();
    }

    @Override
    public CredentialFacts describe() {
        return CredentialFacts.ofKey(doubts);
    }

    /** A header accepts nothing else. The usual cause is a line break that was copied along. */
    private static String sendable(String what, String value) {
        if (!value.matches("[!-~]+")) {
            throw new IllegalArgumentException("the " + what + " holds more than visible ASCII characters");
        }
        return value;
    }

    @Override
    public String toString() {
        return "ApiKey" + headers.keySet();
    }
}
