package dev.ephemint.server.credential;

/**
 * The scope of an Entra token.
 *
 * <p>Microsoft's how-to for realtime audio over WebRTC (2026-03) and its troubleshooting page (2026-09-20) name the
 * default; {@code https://cognitiveservices.azure.com/.default} is the older one and documented, too.
 */
public record EntraScope(String value) {

    public static final EntraScope DEFAULT = new EntraScope("https://ai.azure.com/.default");

    private static final String SUFFIX = "/.default";
    private static final String HINT =
            "use https://ai.azure.com/.default or https://cognitiveservices.azure.com/.default";

    private static final EntraScope OLDER = new EntraScope("https://cognitiveservices.azure.com/.default");

    public EntraScope {
        if (value.startsWith("https://openai.azure.com")) {
            throw new IllegalArgumentException("Azure OpenAI accepts no tokens of the scope " + value + ": " + HINT);
        }
        if (!value.startsWith("https://") || !value.endsWith(SUFFIX)) {
            throw new IllegalArgumentException("no scope of an Azure service: " + value + ": " + HINT);
        }
    }

    /** The other one of the two that are documented. */
    EntraScope other() {
        return equals(DEFAULT) ? OLDER : DEFAULT;
    }
}
