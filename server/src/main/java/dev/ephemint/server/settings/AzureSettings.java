package dev.ephemint.server.settings;

import dev.ephemint.server.mint.Secret;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The Azure resource.
 *
 * @param apiKeyFile where the key was read from, if it is in a file
 * @param deployments model name to deployment name, if they differ
 */
public record AzureSettings(
        AzureCredential credential,
        Optional<Secret> apiKey,
        Optional<Path> apiKeyFile,

        @Pattern(regexp = "https://.+/\\.default", message = "must look like https://<resource>/.default")
        String entraScope,

        @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}(-preview)?", message = "must look like 2025-04-01-preview")
        String apiVersion,

        Map<String, String> deployments) {

    public AzureSettings {
        deployments = Map.copyOf(deployments);
    }
}
