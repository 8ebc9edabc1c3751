package dev.ephemint.server.sandbox;

import java.time.Clock;
import java.util.Map;
import java.util.Set;

/**
 * Which vendor to play, and how.
 *
 * @param dialect {@code openai}, {@code openai-beta}, {@code azure} or {@code azure-preview}
 * @param clock what tokens expire by
 * @param deployments model to deployment, beside one per model under its own name; Azure only
 * @param keysDisabled whether the resource takes Entra tokens only; Azure only
 * @param socketRedirects whether the socket answers 302 to where nothing is; Azure's preview only
 */
public record SandboxOptions(
        String dialect, Clock clock, Map<String, String> deployments, boolean keysDisabled, boolean socketRedirects) {

    private static final Set<String> DIALECTS = Set.of("openai", "openai-beta", "azure", "azure-preview");

    public SandboxOptions {
        if (!DIALECTS.contains(dialect)) {
            throw new IllegalArgumentException("the sandbox plays no " + dialect);
        }
        deployments = Map.copyOf(deployments);
    }

    public static SandboxOptions of(String dialect, Clock clock) {
        return new SandboxOptions(dialect, clock, Map.of(), false, false);
    }

    public SandboxOptions withDeployments(Map<String, String> modelToDeployment) {
        return new SandboxOptions(dialect, clock, modelToDeployment, keysDisabled, socketRedirects);
    }

    public SandboxOptions withKeysDisabled() {
        return new SandboxOptions(dialect, clock, deployments, true, socketRedirects);
    }

    /** As recorded in 2026-06, when others in another region connected. */
    public SandboxOptions withRedirectingSocket() {
        return new SandboxOptions(dialect, clock, deployments, keysDisabled, true);
    }
}
